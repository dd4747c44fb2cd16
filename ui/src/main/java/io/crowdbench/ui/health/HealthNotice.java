package io.crowdbench.ui.health;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.feed.Feed;
import java.time.Duration;

/// Says on every page which part of the system is away, and when it is back; gone while all is
/// well.
public final class HealthNotice extends Div {

  private static final Duration LOOK_AGAIN = HealthSentences.NEWS.plusSeconds(1);

  private final HealthWatch watch;
  private final Feed feed;
  private final Notice notice = new Notice();

  public HealthNotice(HealthWatch watch, Feed feed) {
    this.watch = watch;
    this.feed = feed;
    setId("health");
    add(notice);
    feed.follow(this, HealthChanged.class::isInstance, _ -> show(), () -> watch, _ -> show());
  }

  private void show() {
    var news = watch.news();
    notice.clear();
    news.forEach(notice::say);
    if (!news.isEmpty()) {
      feed.askAfter(LOOK_AGAIN, this, () -> watch, _ -> show());
    }
  }
}
