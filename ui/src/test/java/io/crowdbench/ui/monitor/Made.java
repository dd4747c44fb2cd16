package io.crowdbench.ui.monitor;

import static io.crowdbench.messages.result.SeriesLine.ALL;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedAnswer;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedRequest;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedTimes;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.runs.FakeRuns;
import java.util.List;

/// Results made up for tests.
final class Made {

  static final String RUN = "r1";

  private Made() {}

  /// A second in which so many operations passed and one failed.
  static SecondMerged second(int second, String slave, long passed) {
    return new SecondMerged(
        Message.SCHEMA,
        FakeRuns.START,
        RUN,
        second,
        slave,
        1,
        List.of(new ActionUsers("Browse", 7, 1), new ActionUsers("Buy", 2, 0)),
        List.of(
            line(Kind.OPERATION, ALL, ALL, new OutcomeCounts(passed, 1, 0)),
            line(Kind.TRANSACTION, ALL, ALL, new OutcomeCounts(passed / 2, 0, 1)),
            line(Kind.OPERATION, "Browse", "GET /", new OutcomeCounts(passed, 1, 0))));
  }

  static SecondMerged mergedLater(long millis, SecondMerged it) {
    return new SecondMerged(
        it.schema(),
        it.at().plusMillis(millis),
        it.run(),
        it.second(),
        it.slave(),
        it.slaves(),
        it.users(),
        it.lines());
  }

  static SeriesLine line(Kind kind, String action, String name, OutcomeCounts counts) {
    var latency =
        new Latency(counts.started(), 5_000, 1_000, 4_200, 8_000, 9_000, 12_345, 20_000, 30_000);
    return new SeriesLine(kind, action, name, counts, 0, 0, latency, null);
  }

  static ErrorGroup error(String slave, long count) {
    return error(slave, List.of(), count);
  }

  /// @param slaves where it came up
  static ErrorGroup errorOfAll(long count, String... slaves) {
    return error("*", List.of(slaves), count);
  }

  private static ErrorGroup error(String slave, List<String> slaves, long count) {
    return new ErrorGroup(
        slave,
        slaves,
        0,
        "Browse",
        "GET /",
        "GET / answered #.",
        "GET / answered 503.",
        count,
        0,
        61);
  }

  static CapturedFailure failure() {
    return new CapturedFailure(
        Message.SCHEMA,
        FakeRuns.START,
        RUN,
        "s1",
        1,
        0,
        3,
        "Browse",
        "GET /",
        "anna",
        "GET / answered #.",
        "GET / answered 503.",
        new CapturedRequest("GET", "http://shop/?token=(redacted)", List.of("Accept: */*"), ""),
        new CapturedAnswer(503, "Service Unavailable", List.of(), "too many"),
        new CapturedTimes(null, null, 15_200L, 15_300));
  }

  static DebugLine log(long sequence) {
    return new DebugLine(
        Message.SCHEMA,
        FakeRuns.START,
        RUN,
        "s1",
        1,
        sequence,
        3,
        "Browse",
        "anna",
        "line " + sequence);
  }
}
