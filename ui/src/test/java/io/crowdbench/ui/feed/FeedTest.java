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
    feed.follow(page, _ -> true, taken::addAll, () -> {});
    UI.getCurrent().add(page);
    feed.tell(message());

    eventually(() -> assertThat(taken).hasSize(1));
  }

  @Test
  void aClosedPageIsForgotten() {
    feed.follow(page, _ -> true, taken::addAll, () -> {});
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

  private static Message message() {
    return new AgentGoodbye(Message.SCHEMA, Instant.EPOCH, "lab-1", 1);
  }
}
