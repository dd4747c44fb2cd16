package io.crowdbench.agent.measure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.ResourceName;
import io.crowdbench.messages.sample.Series;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeterTest {

  private final Meter meter = new Meter();

  @Test
  void putsWhatEndedInAHistogramOfMicroseconds() {
    meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 1_499_600, -1, 100, 2_000);
    meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 2_000_000, -1, 100, 2_000);

    var series = meter.take().getFirst();

    assertThat(series.count()).isEqualTo(2);
    assertThat(series.bytesSent()).isEqualTo(200);
    assertThat(series.bytesReceived()).isEqualTo(4_000);
    var histogram = decoded(series.latency());
    assertThat(histogram.getMinValue()).isEqualTo(1_500);
    assertThat(histogram.getMaxValue()).isEqualTo(2_000);
  }

  @Test
  void keepsTheTimesWithinAnOperationUnderItsName() {
    meter.answered(
        Kind.OPERATION,
        "Buy",
        "GET /",
        Outcome.PASSED,
        9_000_000,
        -1,
        2_000_000,
        -1,
        4_000_000,
        100,
        200);
    meter.answered(
        Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 9_000_000, -1, -1, -1, 6_000_000, 100, 200);

    var series = meter.take();

    assertThat(series)
        .extracting(one -> one.kind() + " " + one.name() + " " + one.count())
        .containsExactlyInAnyOrder("OPERATION GET / 2", "CONNECT GET / 1", "FIRST_BYTE GET / 2");
    assertThat(decoded(series.getLast().latency()).getMaxValue()).isBetween(5_990L, 6_010L);
    assertThat(meter.counters(0).operations().passed()).isEqualTo(2);
  }

  @Test
  void countsWhatVisitsLoadAsOperationsWithoutCrowdingThemOut() {
    for (int i = 0; i < 600; i++) {
      var name = ResourceName.of("visit GET /", "GET /" + i + ".png");
      meter.answered(Kind.RESOURCE, "Buy", name, Outcome.PASSED, 1_000, -1, -1, -1, 500, 1, 1);
    }
    meter.ended(Kind.OPERATION, "Buy", "GET /late", Outcome.PASSED, 1_000, -1, 1, 1);

    assertThat(meter.counters(0).operations().passed()).isEqualTo(601);
    assertThat(meter.take().stream().filter(series -> series.kind() != Kind.FIRST_BYTE))
        .extracting(series -> series.kind() + " " + series.name() + " " + series.count())
        .hasSize(252)
        .contains(
            "OPERATION GET /late 1",
            "RESOURCE visit GET / > GET /249.png 1",
            "RESOURCE visit GET / > (other operations) 350");
  }

  @Test
  void sumsTheAmountsOfACounterAndCountsNoOperation() {
    meter.counted("Buy", "seen", 5, 0, 0);
    meter.counted("Buy", "seen", 7, 0, 10);

    assertThat(meter.take())
        .singleElement()
        .satisfies(series -> {
          assertThat(series.count()).isEqualTo(12);
          assertThat(series.bytesReceived()).isEqualTo(10);
          assertThat(series.latency()).isNull();
        });
    assertThat(meter.counters(0).operations()).isEqualTo(new OutcomeCounts(0, 0, 0));
  }

  @Test
  void addsTheLatenessOfThePassWhereOneWasScheduled() {
    meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 2_000_000, -1, 0, 0);
    meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 2_000_000, 0, 0, 0);
    meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 2_000_000, 1_000_000_000, 0, 0);

    var series = meter.take().getFirst();

    var intended = decoded(series.intendedLatency());
    assertThat(series.count()).isEqualTo(3);
    assertThat(intended.getTotalCount()).isEqualTo(2);
    assertThat(intended.getMinValue()).isEqualTo(2_000);
    assertThat(intended.valuesAreEquivalent(intended.getMaxValue(), 1_002_000)).isTrue();
    assertThat(meter.take()).isEmpty();
  }

  @Test
  void inventsNoIntendedLatency() {
    meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 2_000_000, -1, 0, 0);

    assertThat(meter.take().getFirst().intendedLatency()).isNull();
  }

  @Test
  void losesNothingWhenManyWriteWhileOneTakes() {
    int threads = 8;
    int each = 50_000;
    var taken = new ArrayList<Series>();
    try (var writers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        writers.execute(() -> {
          for (int n = 0; n < each; n++) {
            meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, n, -1, 1, 1);
          }
        });
      }
      writers.shutdown();
      while (!writers.isTerminated()) {
        taken.addAll(meter.take());
      }
    }
    taken.addAll(meter.take());

    assertThat(taken.stream().mapToLong(Series::count).sum()).isEqualTo((long) threads * each);
    assertThat(taken.stream().mapToLong(Series::bytesSent).sum()).isEqualTo((long) threads * each);
    assertThat(meter.counters(0).operations().passed()).isEqualTo((long) threads * each);
  }

  @Test
  void countsWhatHasNoEndWithoutALatency() {
    meter.incomplete(Kind.TRANSACTION, "Buy", "Buy", 0);

    assertThat(meter.take())
        .singleElement()
        .satisfies(series -> {
          assertThat(series.outcome()).isEqualTo(Outcome.INCOMPLETE);
          assertThat(series.latency()).isNull();
        });
    assertThat(meter.counters(0).transactions()).isEqualTo(new OutcomeCounts(0, 0, 1));
  }

  @Test
  void keepsItsMemoryWhenNamesExplode() {
    for (int i = 0; i < 10_000; i++) {
      meter.ended(Kind.OPERATION, "Buy", "name " + i, Outcome.PASSED, 1, -1, 0, 0);
    }

    var series = meter.take();

    assertThat(series).hasSizeLessThanOrEqualTo(Meter.MAX_NAMES + 1);
    assertThat(series.stream().mapToLong(Series::count).sum()).isEqualTo(10_000);
    assertThat(series).anyMatch(one -> one.name().equals(Meter.OTHER));
  }

  @Test
  void recordsNothingOnceClosed() {
    meter.close();
    meter.ended(Kind.OPERATION, "Buy", "GET /", Outcome.PASSED, 1, -1, 0, 0);

    assertThat(meter.take()).isEmpty();
  }

  private static Histogram decoded(@Nullable String encoded) {
    var bytes = Base64.getDecoder().decode(requireNonNull(encoded));
    return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
  }
}
