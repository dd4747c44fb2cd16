package io.crowdbench.ui.feed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.crowdbench.messages.Message;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;

/// Brings live messages to open pages, and answers that took a while. Its one thread only hands
/// over: what takes time, such as an HTTP request, is done on threads of its own.
///
/// A page is pushed to a few times a second at most, however many messages come, and is forgotten
/// when it is closed.
@org.springframework.stereotype.Component
public class Feed implements DisposableBean {

  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asking = new AtomicInteger();
  private final ScheduledExecutorService pace =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("feed").factory());

  /// Shows a page how things are, and from then on hands it the messages it wants, in their order,
  /// on the page's own turn; from when the page is attached until it is detached. It follows before
  /// it looks: what happened in between would be told to nobody.
  ///
  /// @param taker takes what came since the last time
  /// @param state asked at first, while the page is made; and away from the page, where it may take
  ///   its time, when so much came that some had to go
  /// @param shown takes that state on the page's turn
  public <T> void follow(
      Component page,
      Predicate<Message> wanted,
      Consumer<List<Message>> taker,
      Supplier<T> state,
      Consumer<T> shown) {
    page.addAttachListener(event -> {
      var ui = event.getUI();
      start(page, new Follower(ui, wanted, taker, () -> ask(ui, state, shown)));
      shown.accept(state.get());
    });
  }

  private void start(Component page, Follower follower) {
    followers.add(follower);
    page.addDetachListener(event -> {
      event.unregisterListener();
      followers.remove(follower);
    });
  }

  /// Asks something slow after a pause, away from the page, and brings the answer back to it. A
  /// page that has been closed meanwhile gets none.
  public <T> void askAfter(
      Duration pause, Component page, Supplier<T> question, Consumer<T> answer) {
    page.getUI().ifPresent(ui -> later(pause, () -> ask(ui, question, answer)));
  }

  private void later(Duration pause, Runnable task) {
    try {
      pace.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // The service ends, and nobody is there to see it.
    }
  }

  private <T> void ask(UI ui, Supplier<T> question, Consumer<T> answer) {
    Thread.ofVirtual()
        .name("ask")
        .start(() -> {
          asking.incrementAndGet();
          try {
            var found = question.get();
            access(ui, () -> answer.accept(found));
          } finally {
            asking.decrementAndGet();
          }
        });
  }

  /// Called for each message that comes off a topic.
  public void receive(Message message) {
    for (var follower : followers) {
      if (follower.takes(message)) {
        later(Follower.PAUSE, () -> access(follower.ui(), follower::deliver));
      }
    }
  }

  private static void access(UI ui, Runnable change) {
    try {
      ui.access(change::run);
    } catch (UIDetachedException _) {
      // The page was closed in this moment; nobody is there to see it.
    }
  }

  /// True while some question is not answered.
  boolean isAsking() {
    return asking.get() > 0;
  }

  int followers() {
    return followers.size();
  }

  @Override
  public void destroy() {
    pace.shutdownNow();
  }
}
