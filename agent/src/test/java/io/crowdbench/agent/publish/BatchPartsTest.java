package io.crowdbench.agent.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.RunnerHealth;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BatchPartsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static SampleBatch batch(int series, int nameLength, int errors, int messageLength)
      throws Exception {
    var golden =
        Files.readString(Path.of("../messages/src/test/resources/golden/sample-batch.json"));
    var some = JSON.readValue(golden, SampleBatch.class);
    return new SampleBatch(
        some.schema(),
        some.at(),
        some.run(),
        some.slave(),
        some.epoch(),
        40,
        some.second(),
        0,
        1,
        List.of(new ActionUsers("Buy", 3, 2)),
        IntStream.range(0, series)
            .mapToObj(i ->
                new Series(
                    Kind.OPERATION,
                    "Buy",
                    i + "n".repeat(nameLength),
                    Outcome.PASSED,
                    1,
                    2,
                    3,
                    null,
                    null))
            .toList(),
        IntStream.range(0, errors)
            .mapToObj(i -> new ErrorCount("Buy", "GET /", "f" + i, "m".repeat(messageLength), 1))
            .toList(),
        new Dropped(1, 0, 0),
        some.health(),
        List.of());
  }

  @Test
  void aSmallBatchStaysWhole() throws Exception {
    var small = batch(20, 30, 3, 100);

    assertThat(BatchParts.of(small)).containsExactly(small);
  }

  /// As seen: 2,000 names of 900 characters were 2 MB, and the whole second was lost.
  @Test
  void aLargeBatchIsDividedAndNothingOfItIsLostOrDoubled() throws Exception {
    var large = batch(2_000, 900, 100, 4_000);

    var parts = BatchParts.of(large);

    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(parts)
        .allSatisfy(part -> assertThat(JSON.writeValueAsBytes(part).length).isLessThan(1_000_000));
    assertThat(parts.stream().flatMap(part -> part.series().stream()).toList())
        .isEqualTo(large.series());
    assertThat(parts.stream().flatMap(part -> part.errors().stream()).toList())
        .isEqualTo(large.errors());
    assertThat(parts)
        .extracting(SampleBatch::sequence)
        .containsExactlyElementsOf(
            IntStream.range(0, parts.size()).mapToObj(i -> 40L + i).toList());
    assertThat(parts.getFirst().users()).isEqualTo(large.users());
    assertThat(parts.subList(1, parts.size()))
        .allSatisfy(part -> {
          assertThat(part.users()).isEmpty();
          assertThat(part.dropped()).isEqualTo(Dropped.NOTHING);
        });
  }

  @Test
  void healthIsInEachPart() throws Exception {
    RunnerHealth health = batch(1, 1, 0, 0).health();

    assertThat(BatchParts.of(batch(2_000, 900, 0, 0)))
        .extracting(SampleBatch::health)
        .containsOnly(health);
  }
}
