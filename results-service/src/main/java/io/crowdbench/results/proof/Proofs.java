package io.crowdbench.results.proof;

import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.results.proof.Proof.SlaveProof;
import io.crowdbench.results.run.KnownRun;
import io.crowdbench.results.run.KnownRun.KnownSlave;
import io.crowdbench.results.run.KnownRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Compares what the runners of a run counted with what is stored.
@Component
class Proofs {

  private final KnownRuns runs;
  private final Facts facts;

  Proofs(KnownRuns runs, Facts facts) {
    this.runs = runs;
    this.facts = facts;
  }

  /// One look at the database, so that counters and counts belong together.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Proof of(String run) {
    var names = new LinkedHashMap<String, String>();
    runs.findById(run)
        .map(KnownRun::slaves)
        .orElse(List.<KnownSlave>of())
        .forEach(slave -> names.put(slave.slave(), slave.name()));
    var streams = facts.streams(run);
    streams.forEach(stream -> names.putIfAbsent(stream.slave(), stream.slave()));
    var stored = facts.stored(run);
    var slaves = new ArrayList<SlaveProof>();
    names.forEach((slave, name) ->
        slaves.add(
            slave(
                slave,
                name,
                streams.stream().filter(it -> it.slave().equals(slave)).toList(),
                stored.getOrDefault(slave, FinalCounters.NONE))));
    return Proof.of(run, slaves);
  }

  private static SlaveProof slave(
      String slave, String name, List<StreamFacts> streams, FinalCounters measured) {
    if (streams.isEmpty()) {
      return new SlaveProof(
          slave, name, false, FinalCounters.NONE, measured, List.of(Sentences.nothingCame(name)));
    }
    var counted =
        streams.stream().map(StreamFacts::counted).reduce(FinalCounters.NONE, FinalCounters::plus);
    var records = streams.stream().mapToLong(StreamFacts::records).sum();
    var stored = new FinalCounters(measured.operations(), measured.transactions(), records);
    var ended = streams.stream().allMatch(StreamFacts::ended);
    var problems = new ArrayList<String>();
    streams.forEach(stream -> problems.addAll(Sentences.of(name, stream)));
    if (ended) {
      problems.addAll(Sentences.differences(name, counted, stored));
    }
    return new SlaveProof(slave, name, ended, counted, stored, List.copyOf(problems));
  }
}
