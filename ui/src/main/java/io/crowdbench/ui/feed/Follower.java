package io.crowdbench.ui.feed;

import com.vaadin.flow.component.UI;
import io.crowdbench.messages.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One open page's share of the feed: what it wants, and what waits for its turn.
///
/// Messages come on Kafka's threads and leave on the page's.
final class Follower {

  /// How long messages are gathered before the page is pushed to.
  static final Duration PAUSE = Duration.ofMillis(300);

  /// A page that does not come to its turn, say because its browser is gone, must not fill the
  /// memory.
  static final int MAX_WAITING = 5_000;

  private final UI ui;
  private final Predicate<Message> wanted;
  private final Consumer<List<Message>> taker;
  private final Runnable missed;
  private List<Message> waiting = new ArrayList<>();
  private boolean overrun;

  Follower(UI ui, Predicate<Message> wanted, Consumer<List<Message>> taker, Runnable missed) {
    this.ui = ui;
    this.wanted = wanted;
    this.taker = taker;
    this.missed = missed;
  }

  UI ui() {
    return ui;
  }

  /// True when this is the first message since the last delivery, so that one is due.
  boolean takes(Message message) {
    if (!wanted.test(message)) {
      return false;
    }
    synchronized (this) {
      if (overrun) {
        return false;
      }
      waiting.add(message);
      if (waiting.size() > MAX_WAITING) {
        overrun = true;
        waiting = new ArrayList<>();
      }
      return waiting.size() == 1;
    }
  }

  void deliver() {
    List<Message> messages;
    boolean lost;
    synchronized (this) {
      messages = waiting;
      lost = overrun;
      waiting = new ArrayList<>();
      overrun = false;
    }
    if (lost) {
      // What came meanwhile may be newer than what is read now: it is delivered next time.
      missed.run();
    } else {
      taker.accept(messages);
    }
  }
}
