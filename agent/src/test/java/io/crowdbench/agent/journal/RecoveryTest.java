package io.crowdbench.agent.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.EndOfStream;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.RunnerHealth;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.messages.sample.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A runner's folder as it is left by one that was killed.
class RecoveryTest {

  private static final SeriesKey PASSED =
      new SeriesKey(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED);
  private static final SeriesKey IN_FLIGHT =
      new SeriesKey(Kind.OPERATION, "Buy", "GET /", Outcome.INCOMPLETE);
  private static final SeriesKey PASSES =
      new SeriesKey(Kind.TRANSACTION, "Buy", "Buy", Outcome.PASSED);

  @TempDir private Path folder;

  private Journal journal;
  private CountTable.Row passed;
  private CountTable.Row inFlight;
  private CountTable.Row passes;

  @BeforeEach
  void begin() {
    journal = Journal.in(folder);
    passed = journal.counts().row(PASSED);
    inFlight = journal.counts().row(IN_FLIGHT);
    passes = journal.counts().row(PASSES);
  }

  private List<SampleMessage> recovered() throws IOException {
    return Recovery.of(folder, "run", "slave", 3);
  }

  private static SampleBatch batch(long number, int second, long count) {
    return new SampleBatch(
        SampleBatch.SCHEMA,
        Instant.EPOCH,
        "run",
        "slave",
        3,
        number,
        second,
        1.5,
        0.5,
        List.of(),
        List.of(series(PASSED, count, 0, 0)),
        List.of(),
        Dropped.NOTHING,
        RunnerHealth.UNKNOWN,
        List.of());
  }

  private static Series series(SeriesKey key, long count, long sent, long received) {
    return new Series(
        key.kind(), key.action(), key.name(), key.outcome(), count, sent, received, null, null);
  }

  private void publish(SampleBatch batch) {
    List.of(passed, inFlight, passes).forEach(CountTable.Row::take);
    journal.write(
        batch.second(),
        batch.sequence() + 1,
        List.of(JsonMapper.shared().writeValueAsBytes(batch)));
  }

  @Test
  void countsWhatWasNeverPublished() throws IOException {
    passed.add(1, 100, 2_000);
    passed.add(1, 100, 3_000);
    passes.add(1, 0, 0);

    var messages = recovered();

    assertThat(messages).hasSize(2);
    var rest = (SampleBatch) messages.getFirst();
    assertThat(rest.sequence()).isZero();
    assertThat(rest.second()).isZero();
    assertThat(rest.series())
        .containsExactly(series(PASSED, 2, 200, 5_000), series(PASSES, 1, 0, 0));
    assertThat(((EndOfStream) messages.getLast()).counters())
        .isEqualTo(new FinalCounters(new OutcomeCounts(2, 0, 0), new OutcomeCounts(1, 0, 0), 1));
  }

  @Test
  void publishesAgainWhatKafkaMayNotHaveAndOnlyTheRestOfTheCounts() throws IOException {
    passed.add(5, 0, 0);
    publish(batch(0, 7, 5));
    passed.add(2, 0, 0);

    var messages = recovered();

    assertThat(messages).hasSize(3);
    assertThat(messages.getFirst()).isEqualTo(batch(0, 7, 5));
    var rest = (SampleBatch) messages.get(1);
    assertThat(rest.sequence()).isEqualTo(1);
    assertThat(rest.second()).isEqualTo(8);
    assertThat(rest.clockOffsetMillis()).isEqualTo(1.5);
    assertThat(rest.series()).containsExactly(series(PASSED, 2, 0, 0));
    var end = (EndOfStream) messages.getLast();
    assertThat(end.sequence()).isEqualTo(2);
    assertThat(end.counters().operations()).isEqualTo(new OutcomeCounts(7, 0, 0));
  }

  @Test
  void keepsOnlyTheNewestOfWhatKafkaHas() throws IOException {
    for (int second = 0; second < 5; second++) {
      publish(batch(second, second, 1));
      journal.acknowledged(second);
    }

    try (var files = Files.list(folder.resolve(Journal.FOLDER))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void countsWhatIsUnderWayAsIncomplete() throws IOException {
    inFlight.begun();
    inFlight.begun();
    inFlight.ended();

    var rest = (SampleBatch) recovered().getFirst();

    assertThat(rest.series()).containsExactly(series(IN_FLIGHT, 1, 0, 0));
  }

  @Test
  void leavesOutASecondThatWasJustBeingWritten() throws IOException {
    passed.add(5, 0, 0);
    publish(batch(0, 0, 5));
    passed.add(2, 0, 0);
    publish(batch(1, 1, 2));
    var file = folder.resolve(Journal.FOLDER).resolve("%012d".formatted(2));
    var whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 5));

    var messages = recovered();

    assertThat(messages.getFirst()).isEqualTo(batch(0, 0, 5));
    var rest = (SampleBatch) messages.get(1);
    assertThat(rest.sequence()).isEqualTo(1);
    assertThat(rest.series()).containsExactly(series(PASSED, 2, 0, 0));
  }

  @Test
  void standsASeriesWhoseNameWasJustBeingWritten() throws IOException {
    passed.add(1, 0, 0);
    Files.write(
        folder.resolve(CountTable.NAMES),
        "{\"kind\":\"OPER".getBytes(UTF_8),
        StandardOpenOption.APPEND);

    assertThat(((SampleBatch) recovered().getFirst()).series()).hasSize(1);
  }

  @Test
  void findsNothingAfterARunnerThatHasFinished() throws IOException {
    passed.add(1, 0, 0);
    publish(batch(0, 0, 1));
    journal.delete();

    assertThat(recovered()).isEmpty();
  }
}
