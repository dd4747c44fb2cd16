package io.crowdbench.results.query;

import io.crowdbench.kit.Refused;
import io.crowdbench.messages.result.Result;
import io.crowdbench.results.store.Blocks;
import io.crowdbench.results.store.Levels;
import io.crowdbench.results.store.Windows;
import io.crowdbench.results.store.Windows.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Counts and percentiles over time, for charts: of any window and any slaves, as fine as fits.
@RestController
class SeriesController {

  /// Points that a chart can show, unless a resolution is asked for.
  private static final int POINTS = 300;

  /// A slave's blocks cost as much as those of all together.
  private static final int POINTS_OF_SLAVES = 1_000;

  private static final int MAX_POINTS = 3_600;

  private final Asked asked;
  private final Windows windows;
  private final Blocks blocks;
  private final Clock clock;

  SeriesController(Asked asked, Windows windows, Blocks blocks, Clock clock) {
    this.asked = asked;
    this.windows = windows;
    this.blocks = blocks;
    this.clock = clock;
  }

  /// @param slaves ids with commas between, or `*` for all together
  /// @param from first second
  /// @param to first second after the window; without it, the end
  /// @param resolution seconds per step; without it, the finest that gives no more than 300 steps
  /// @param percentiles 0 to 100 with commas between
  /// @param request its parameters `series`, each `KIND/action/name`; without any, all
  @GetMapping("/api/results/{run}/series")
  SeriesAnswer series(
      @PathVariable String run,
      @RequestParam(defaultValue = Result.ALL_SLAVES) List<String> slaves,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(required = false) @Nullable Integer to,
      @RequestParam(required = false) @Nullable Integer resolution,
      @RequestParam(defaultValue = "50,90,99") List<Double> percentiles,
      HttpServletRequest request) {
    var about = asked.window(run, slaves, from, to);
    var stored = about.run();
    var columns = new SeriesColumns(percentiles);
    if (stored == null) {
      return columns.answer(run, clock.instant(), slaves, from, from, 1);
    }
    var values = request.getParameterValues("series");
    var filter = new LineFilter(values == null ? List.of() : List.of(values));
    var window = about.window();
    int end = Math.min(window.to(), blocks.lastSecond(window.run(), numbers(window)) + 1);
    int seconds = Math.max(1, end - from);
    int step = resolution == null ? resolution(window, seconds) : resolution;
    check(percentiles, step, seconds);
    var now = clock.instant();
    windows.steps(
        new Window(
            window.run(), window.slaves(), from, Math.max(end, from), filter.reading(stored)),
        step,
        (start, measured) -> columns.add(start, measured, stored, filter));
    return columns.answer(run, now, slaves, from, Math.max(end, from), step);
  }

  private static List<Integer> numbers(Window window) {
    return window.slaves().isEmpty() ? List.of(Blocks.ALL) : window.slaves();
  }

  private static int resolution(Window window, int seconds) {
    int slaves = window.slaves().size();
    int points = slaves == 0 ? POINTS : Math.clamp(POINTS_OF_SLAVES / slaves, 10, POINTS);
    return Levels.resolution(slaves > 0, seconds, points);
  }

  private static void check(List<Double> percentiles, int step, int seconds) {
    var problems = new ArrayList<String>();
    if (step < 1 || seconds > (long) step * MAX_POINTS) {
      problems.add(
          "A resolution of %d seconds gives too many steps for %d seconds: give one of at least %d."
              .formatted(step, seconds, Math.ceilDiv(seconds, MAX_POINTS)));
    }
    for (var percentile : percentiles) {
      if (!(percentile >= 0 && percentile <= 100)) {
        problems.add("A percentile is a number from 0 to 100, not " + percentile + ".");
      }
    }
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }
}
