package io.crowdbench.results.rollup;

import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.results.failure.ErrorGroups;
import io.crowdbench.results.rollup.Sample.Measured;
import io.crowdbench.results.strain.Strains;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a batch of samples into the database: all of it or nothing, and each record once.
@Component
class Intake {

  private final JdbcTemplate database;
  private final Positions positions;
  private final SeriesRows series;
  private final UserRows users;
  private final Totals totals;
  private final Streams streams;
  private final ErrorGroups errors;
  private final Strains strains;
  private final SecondMerge merge;
  private final MergedSeconds seconds;

  Intake(
      JdbcTemplate database,
      Positions positions,
      SeriesRows series,
      UserRows users,
      Totals totals,
      Streams streams,
      ErrorGroups errors,
      Strains strains,
      SecondMerge merge,
      MergedSeconds seconds) {
    this.database = database;
    this.positions = positions;
    this.series = series;
    this.users = users;
    this.totals = totals;
    this.streams = streams;
    this.errors = errors;
    this.strains = strains;
    this.merge = merge;
    this.seconds = seconds;
  }

  @Transactional
  Taken take(List<Sample> samples) {
    var runs =
        samples.stream()
            .map(it -> it.message().run())
            .collect(Collectors.toCollection(TreeSet::new));
    runs.forEach(this::lock);
    var fresh = positions.claim(samples);
    var measured = fresh.stream().flatMap(Sample::measured).toList();
    series.add(measured);
    users.add(measured);
    measured.stream()
        .collect(Collectors.groupingBy(it -> it.batch().run(), TreeMap::new, Collectors.toList()))
        .forEach(totals::add);
    var batches = measured.stream().map(Measured::batch).toList();
    errors.add(batches);
    strains.add(batches);
    streams.add(fresh);
    // Repeats too: if the last try died before it told, this one tells.
    var merged = mergeTouched(samples);
    seconds.save(merged);
    return new Taken(
        runs,
        merged,
        runsOf(samples, batch -> !batch.errors().isEmpty()),
        runsOf(samples, batch -> !batch.strains().isEmpty()));
  }

  private static Set<String> runsOf(List<Sample> samples, Predicate<SampleBatch> which) {
    return samples.stream()
        .flatMap(Sample::measured)
        .map(Measured::batch)
        .filter(which)
        .map(SampleBatch::run)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// One writer per run, even while two consumers believe that a partition is theirs.
  private void lock(String run) {
    database.query("select pg_advisory_xact_lock(hashtextextended(?, 8703))", _ -> {}, run);
  }

  private List<SecondMerged> mergeTouched(List<Sample> samples) {
    var touched = new TreeMap<Touched, Set<String>>(Touched.ORDER);
    samples.stream()
        .flatMap(Sample::measured)
        .map(Measured::batch)
        .forEach(batch ->
            touched
                .computeIfAbsent(new Touched(batch.run(), batch.second()), _ -> new HashSet<>())
                .add(batch.slave()));
    var merged = new ArrayList<SecondMerged>();
    touched.forEach((it, slaves) -> merged.addAll(merge.merge(it.run(), it.second(), slaves)));
    return merged;
  }

  private record Touched(String run, int second) {
    static final Comparator<Touched> ORDER =
        Comparator.comparing(Touched::run).thenComparing(Touched::second);
  }

  /// What a batch changed and is to be told once it is committed.
  ///
  /// @param failing runs that had errors
  /// @param strained runs with a slave at a limit of its own
  record Taken(
      Set<String> runs, List<SecondMerged> seconds, Set<String> failing, Set<String> strained) {}
}
