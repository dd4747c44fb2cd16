package io.crowdbench.results.failure;

import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.Result;
import io.crowdbench.results.run.RunCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Grouped errors, most frequent first, and examples of them.
@RestController
class ErrorsController {

  private static final int MAX_GROUPS = 1_000;
  private static final int MAX_NAMED = 50;

  private final ErrorGroups groups;
  private final CapturedFailures captured;
  private final RunCheck check;

  ErrorsController(ErrorGroups groups, CapturedFailures captured, RunCheck check) {
    this.groups = groups;
    this.captured = captured;
    this.check = check;
  }

  @GetMapping("/api/results/{run}/errors")
  List<ErrorGroup> errors(
      @PathVariable String run, @RequestParam(defaultValue = Result.ALL_SLAVES) String slave) {
    check.run(run);
    return slave.equals(Result.ALL_SLAVES)
        ? groups.together(run, MAX_GROUPS, MAX_NAMED)
        : groups.of(run, slave, MAX_GROUPS);
  }

  /// Examples of failed operations with request and answer, oldest first; of one group of errors,
  /// or of all.
  @GetMapping("/api/results/{run}/failures")
  List<CapturedFailure> failures(
      @PathVariable String run,
      @RequestParam(defaultValue = Result.ALL_SLAVES) String slave,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String operation,
      @RequestParam(required = false) @Nullable String fingerprint) {
    check.run(run);
    return captured.of(run).stream()
        .filter(failure -> slave.equals(Result.ALL_SLAVES) || slave.equals(failure.slave()))
        .filter(failure -> action == null || action.equals(failure.action()))
        .filter(failure -> operation == null || operation.equals(failure.operation()))
        .filter(failure -> fingerprint == null || fingerprint.equals(failure.fingerprint()))
        .toList();
  }
}
