package io.crowdbench.results.completeness;

import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.results.completeness.Completeness.SlaveCompleteness;
import io.crowdbench.results.run.KnownRun;
import io.crowdbench.results.run.KnownRun.KnownSlave;
import io.crowdbench.results.run.KnownRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Compares what the runners of a run counted with what is stored.
@Component
class CompletenessChecks {

  private final KnownRuns runs;
  private final Facts facts;

  CompletenessChecks(KnownRuns runs, Facts facts) {
    this.runs = runs;
    this.facts = facts;
  }

  /// One look at the database, so that counters and counts belong together.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Completeness of(String run) {
    var names = new LinkedHashMap<String, String>();
    runs.findById(run)
        .map(KnownRun::slaves)
        .orElse(List.<KnownSlave>of())
        .forEach(slave -> names.put(slave.slave(), slave.name()));
    var streams = facts.streams(run);
    streams.forEach(stream -> names.putIfAbsent(stream.slave(), stream.slave()));
    var bySlave = streams.stream().collect(Collectors.groupingBy(StreamFacts::slave));
    var slaves = new ArrayList<SlaveCompleteness>();
    names.forEach(
        (slave, name) -> slaves.add(slave(slave, name, bySlave.getOrDefault(slave, List.of()))));
    return Completeness.of(run, slaves, facts.isMerging(run));
  }

  private static SlaveCompleteness slave(String slave, String name, List<StreamFacts> streams) {
    if (streams.isEmpty()) {
      return new SlaveCompleteness(
          slave,
          name,
          false,
          FinalCounters.NONE,
          FinalCounters.NONE,
          List.of(Sentences.nothingCame(name)));
    }
    var counted =
        streams.stream().map(StreamFacts::counted).reduce(FinalCounters.NONE, FinalCounters::plus);
    var stored =
        streams.stream().map(StreamFacts::stored).reduce(FinalCounters.NONE, FinalCounters::plus);
    var ended = streams.stream().allMatch(StreamFacts::ended);
    var problems = new ArrayList<String>();
    streams.forEach(stream -> problems.addAll(Sentences.of(name, stream)));
    if (ended) {
      problems.addAll(Sentences.differences(name, counted, stored));
    }
    return new SlaveCompleteness(slave, name, ended, counted, stored, List.copyOf(problems));
  }
}
