package io.crowdbench.ui.feed;

import com.vaadin.flow.component.Component;
import io.crowdbench.api.Result;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks for something again when it may have changed, but not for each change: what can't be worked
/// out from live messages, such as the percentiles of the whole run, or one slave's own seconds.
public final class Refresh<T> {

  private final Component page;
  private final Feed feed;
  private final Duration pause;
  private final Predicate<String> isShown;
  private final Consumer<T> shown;
  private boolean asking;
  private @Nullable Question<T> next;

  private record Question<T>(String about, Supplier<Result<T>> ask) {}

  /// @param isShown whether what an answer is about is still looked at
  public Refresh(
      Component page, Feed feed, Duration pause, Predicate<String> isShown, Consumer<T> shown) {
    this.page = page;
    this.feed = feed;
    this.pause = pause;
    this.isShown = isShown;
    this.shown = shown;
  }

  /// Called on the page's turn. Of several questions that wait the last one is asked.
  ///
  /// @param about what is looked at, such as a slave
  public void soon(String about, Supplier<Result<T>> question) {
    soon(new Question<>(about, question));
  }

  private void soon(Question<T> question) {
    if (asking) {
      next = question;
      return;
    }
    asking = true;
    feed.askAfter(
        pause,
        page,
        question.ask(),
        answer -> {
          asking = false;
          var again = next;
          next = null;
          if (isShown.test(question.about())) {
            answer.handle(shown, _ -> {});
          }
          if (again != null) {
            soon(again);
          }
        });
  }
}
