package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.api.RunView;
import io.crowdbench.messages.run.RunOutage;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A run, and what the site had served before it.
///
/// Each is compared with what the site has served since the run before ended, so load that goes on
/// after a run's end, or between two, makes the next one's counts differ.
record LoadRun(FaultStack stack, String id, long servedBefore) {

  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private static final List<String> OUTCOMES = List.of("passed", "failed", "incomplete");

  RunView view() {
    return stack.runs().one(id).orThrow();
  }

  long served() {
    return stack.site().requests() - servedBefore;
  }

  void awaitState(RunState state) {
    await(state.name())
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> view().state() == state);
  }

  /// The load is on, and has come that far.
  void awaitServed(int requests) {
    await("load")
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> served() >= requests);
  }

  /// What people read of what happened to it, in order.
  List<String> history() {
    return stack.runs().events(id).orThrow().stream()
        .flatMap(event ->
            switch (event) {
              case RunStateChanged changed -> Stream.of(changed.reason());
              case RunSlaveLost lost -> Stream.of(lost.problem());
              case RunOutage outage -> Stream.of(outage.words());
              default -> Stream.of();
            })
        .toList();
  }

  /// Its record says that a part was away meanwhile.
  void toldOf(String part) {
    await("the outage of " + part + " in the run's history")
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .until(() -> history().stream().anyMatch(it -> it.startsWith(part + " was away")));
  }

  JsonNode completeness() {
    return stack.results().get("/api/results/" + id + "/completeness");
  }

  void completes() {
    endsAs(RunState.COMPLETED, "All steps were done.");
    hasExactCounts();
  }

  /// And all that was measured is stored.
  ///
  /// @param sentence a part of what people read about it
  void endsAs(RunState state, String sentence) {
    await("the run's end").atMost(TIMEOUT).ignoreExceptions().until(() -> view().state().ended());
    var end = view();
    assertThat(end.reason()).contains(sentence);
    assertThat(end.state()).isEqualTo(state);
    await("its results")
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .until(() -> completeness().path("ended").asBoolean());
  }

  /// Nothing is missing, and the counts are the same everywhere.
  void hasExactCounts() {
    assertThat(completeness().path("problems")).isEmpty();
    hasSameCounts();
  }

  /// What the site has served, the runners have counted and the results hold is the same, and there
  /// is some of it.
  void hasSameCounts() {
    var completeness = completeness();
    var counted = operations(completeness, "counted");
    var stored = operations(completeness, "stored");
    assertThat(List.of(counted, stored, summed()))
        .as("counted by the runners, stored and summed up, where %d were served", served())
        .containsOnly(served());
    assertThat(served()).isPositive();
  }

  private static long operations(JsonNode completeness, String side) {
    return sum(completeness.path(side).path("operations"));
  }

  private long summed() {
    return stack
        .results()
        .get("/api/results/" + id + "/summary")
        .path("lines")
        .valueStream()
        .filter(line -> line.path("kind").asString().equals("OPERATION"))
        .filter(line -> line.path("name").asString().equals("*"))
        .mapToLong(line -> sum(line.path("counts")))
        .sum();
  }

  private static long sum(JsonNode counts) {
    return OUTCOMES.stream().mapToLong(outcome -> counts.path(outcome).asLong()).sum();
  }
}
