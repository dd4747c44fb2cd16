package io.crowdbench.runs.lifecycle;

import io.crowdbench.api.RunLine;
import io.crowdbench.kit.web.PageRequest;
import io.crowdbench.messages.run.RunState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/runs`: lists of runs, part by part.
@RestController
class RunListController {

  private final RunLines lines;
  private final Runs runs;

  RunListController(RunLines lines, Runs runs) {
    this.lines = lines;
    this.runs = runs;
  }

  /// @param after id of the run that the part follows on
  /// @param state names of the states that runs are wanted in; all by default
  @GetMapping("/api/runs")
  ResponseEntity<List<RunLine>> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable List<String> state) {
    var problems = new ArrayList<String>();
    var states = states(state == null ? List.of() : state, problems);
    if (after != null && !runs.existsById(after)) {
      problems.add("There is no run %s for the list to go on after.".formatted(after));
    }
    return lines.page(PageRequest.of(after, limit, problems), states).answer();
  }

  private static Set<RunState> states(List<String> names, List<String> problems) {
    var states = names.isEmpty() ? EnumSet.allOf(RunState.class) : EnumSet.noneOf(RunState.class);
    for (var name : names) {
      Arrays.stream(RunState.values())
          .filter(each -> each.name().equals(name.strip().toUpperCase(Locale.ROOT)))
          .findFirst()
          .ifPresentOrElse(
              states::add,
              () ->
                  problems.add(
                      "There is no state \"%s\". A run is %s.".formatted(name, allStates())));
    }
    return states;
  }

  private static String allStates() {
    return Arrays.stream(RunState.values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
