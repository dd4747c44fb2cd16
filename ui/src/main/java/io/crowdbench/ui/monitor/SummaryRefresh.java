package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.Component;
import io.crowdbench.ui.feed.Feed;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the table of the whole run up to date: percentiles of a run can't be told from those of
/// its seconds, so they are asked for again, but not for each second.
final class SummaryRefresh {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Component page;
  private final Feed feed;
  private final Results results;
  private final Consumer<Results.Summary> shown;
  private boolean asking;
  private @Nullable String next;

  SummaryRefresh(Component page, Feed feed, Results results, Consumer<Results.Summary> shown) {
    this.page = page;
    this.feed = feed;
    this.results = results;
    this.shown = shown;
  }

  /// Called on the page's turn whenever a second has come.
  void soon(String run, String slave) {
    if (asking) {
      next = slave;
      return;
    }
    asking = true;
    feed.askAfter(
        PAUSE,
        page,
        () -> results.summary(run, slave),
        answer -> {
          asking = false;
          var again = next;
          next = null;
          if (again == null || again.equals(slave)) {
            answer.either(shown, _ -> {});
          }
          if (again != null) {
            soon(run, again);
          }
        });
  }
}
