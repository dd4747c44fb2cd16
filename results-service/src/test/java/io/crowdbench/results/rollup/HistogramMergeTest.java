package io.crowdbench.results.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramMergeTest {

  /// Samples are dealt to slaves and seconds at random; however they were dealt, the merged line is
  /// that of all samples in one histogram.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void mergedHistogramsAreTheHistogramOfAllSamples(long seed) {
    var random = new Random(seed);
    var together = new Histogram(3);
    var dealt = new ArrayList<Histogram>();
    for (int i = 0; i < 1 + random.nextInt(40); i++) {
      dealt.add(new Histogram(3));
    }
    for (int i = 0; i < random.nextInt(1, 5_000); i++) {
      var micros = (long) Math.exp(random.nextDouble() * 20);
      together.recordValue(micros);
      dealt.get(random.nextInt(dealt.size())).recordValue(micros);
    }

    var merge = new LineMerge();
    dealt.forEach(histogram -> merge.add(row(histogram)));

    assertThat(merge.lines())
        .filteredOn(line -> line.kind() == Kind.OPERATION)
        .hasSize(2)
        .allSatisfy(line -> {
          assertThat(line.latency()).isEqualTo(MergedLine.inShort(together));
          assertThat(line.counts().passed()).isEqualTo(together.getTotalCount());
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void runningTotalsAreTheHistogramOfAllSamples(long seed) {
    var random = new Random(seed);
    var together = new Histogram(3);
    var total = new Total();
    for (int second = 0; second < 60; second++) {
      var histogram = new Histogram(3);
      for (int i = 0; i < random.nextInt(200); i++) {
        var micros = random.nextLong(60_000_000);
        histogram.recordValue(micros);
        together.recordValue(micros);
      }
      total.add(row(histogram));
    }

    assertThat(total.latency).isEqualTo(together);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "????", "AAAA", "HISTFAAAAA==", "c29tZSB0ZXh0IHRoYXQgaXMgbm8gaGlzdG9ncmFt"})
  void whatIsNoHistogramIsRefused(String text) {
    assertThatThrownBy(() -> Encoded.ofBase64(text)).isInstanceOf(Unreadable.class);
  }

  @Test
  void linesStandInTheDocumentedOrder() {
    var merge = new LineMerge();
    var empty = new Histogram(3);
    for (var name : List.of("search", "login")) {
      merge.add(row(Kind.GROUP, name, "fill in", empty));
      merge.add(row(Kind.TRANSACTION, name, name, empty));
      merge.add(row(Kind.FIRST_BYTE, name, "GET /b", empty));
      merge.add(row(Kind.COUNTER, name, "seen", empty));
      merge.add(row(Kind.OPERATION, name, "GET /b", empty));
      merge.add(row(Kind.OPERATION, name, "GET /a", empty));
    }

    assertThat(merge.lines().stream().map(it -> it.kind() + " " + it.action() + " " + it.name()))
        .containsExactly(
            "OPERATION * *",
            "TRANSACTION * *",
            "OPERATION login GET /a",
            "OPERATION login GET /b",
            "OPERATION search GET /a",
            "OPERATION search GET /b",
            "TRANSACTION login login",
            "TRANSACTION search search",
            "GROUP login fill in",
            "GROUP search fill in",
            "FIRST_BYTE login GET /b",
            "FIRST_BYTE search GET /b",
            "COUNTER login seen",
            "COUNTER search seen");
  }

  private static SeriesRow row(Histogram histogram) {
    return row(Kind.OPERATION, "shop", "GET /", histogram);
  }

  private static SeriesRow row(Kind kind, String action, String name, Histogram histogram) {
    var text = Base64.getEncoder().encodeToString(Encoded.bytes(histogram));
    return new SeriesRow(
        "slave",
        kind,
        action,
        name,
        Outcome.PASSED,
        histogram.getTotalCount(),
        0,
        0,
        Encoded.ofBase64(text),
        null);
  }
}
