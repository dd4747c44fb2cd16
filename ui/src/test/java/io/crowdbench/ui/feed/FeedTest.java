package io.crowdbench.ui.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentGoodbye;
import io.crowdbench.ui.base.PageTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.feed")
class FeedTest extends PageTest {

  private final Feed feed = new Feed();
  private final Div page = new Div();
  private final List<Message> taken = new ArrayList<>();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  @Test
  void anOpenPageIsToldWhatItWants() {
    feed.follow(page, _ -> true, taken::addAll, () -> "", _ -> {});
    UI.getCurrent().add(page);
    feed.receive(message());

    eventually(() -> assertThat(taken).hasSize(1));
  }

  @Test
  void aClosedPageIsForgotten() {
    feed.follow(page, _ -> true, taken::addAll, () -> "", _ -> {});
    UI.getCurrent().add(page);
    assertThat(feed.followers()).isOne();

    UI.getCurrent().remove(page);

    assertThat(feed.followers()).isZero();
  }

  @Test
  void anAnswerComesBackToThePageThatAsked() {
    var answers = new ArrayList<String>();
    UI.getCurrent().add(page);
    feed.askAfter(Duration.ZERO, page, () -> "answer", answers::add);

    eventually(() -> assertThat(answers).containsExactly("answer"));
  }

  /// One page is overrun and its service does not answer: the others go on.
  @Test
  void aPageThatCatchesUpHoldsNobodyUp() {
    var answered = new CountDownLatch(1);
    var shown = new ArrayList<String>();
    feed.follow(
        page,
        _ -> true,
        _ -> {},
        () -> {
          if (!shown.isEmpty()) {
            await(answered);
          }
          return "state";
        },
        shown::add);
    var other = new Div();
    feed.follow(other, _ -> true, taken::addAll, () -> "", _ -> {});
    UI.getCurrent().add(page);
    overrun();
    eventually(() -> assertThat(feed.isAsking()).isTrue());
    UI.getCurrent().add(other);

    feed.receive(message());

    eventually(() -> assertThat(taken).hasSize(1));
    assertThat(shown).hasSize(1);
    answered.countDown();
    eventually(() -> assertThat(shown).hasSize(2));
  }

  /// What happens while a page looks for the first time is told to it.
  @Test
  void aPageFollowsBeforeItLooks() {
    feed.follow(
        page,
        _ -> true,
        taken::addAll,
        () -> {
          feed.receive(message());
          return "state";
        },
        _ -> {});

    UI.getCurrent().add(page);

    eventually(() -> assertThat(taken).hasSize(1));
  }

  private void overrun() {
    for (int i = 0; i <= Follower.MAX_WAITING; i++) {
      feed.receive(message());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Message message() {
    return new AgentGoodbye(Message.SCHEMA, Instant.EPOCH, "lab-1", 1);
  }
}
