package io.crowdbench.results.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// However values are dealt to slaves and seconds, sent, stored and added up: what comes out is
/// what HdrHistogram says of all of them.
class SameAsHdrHistogramTest {

  private static final double[] PERCENTILES = {
    0, 0.001, 1, 10, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 99.999, 100
  };

  private final Wire wire = new Wire();
  private final Buckets buckets = new Buckets();

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsSentPlainOrCompressedIsReadAlike(long seed) {
    var random = new Random(seed);
    var sent = recorded(random);
    for (var text : List.of(plain(sent), compressed(sent))) {
      wire.read(text, buckets);
      var read = new Counts();
      buckets.addTo(read);

      assertSame(read, sent);
      assertThat(buckets.total()).isEqualTo(sent.getTotalCount());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsDealtToManyStoredAndAddedUpIsAllOfThem(long seed) {
    var random = new Random(seed);
    var together = new Histogram(3);
    var sum = new Counts();
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      var one = recorded(random);
      together.add(one);
      wire.read(plain(one), buckets);
      var row = new Output();
      buckets.writeTo(row);
      sum.addFrom(new Input(row.toBytes()));
    }
    assertSame(sum, together);

    var block = new Output();
    sum.writeTo(block);
    var again = new Counts();
    again.addFrom(new Input(block.toBytes()));
    assertSame(again, together);
    var twice = new Counts();
    twice.add(again);
    twice.add(sum);
    assertThat(twice.total()).isEqualTo(2 * together.getTotalCount());
    assertThat(twice.percentile(99)).isEqualTo(together.getValueAtPercentile(99));

    sum.clear();
    assertThat(sum.total()).isZero();
    wire.read(plain(together), buckets);
    buckets.addTo(sum);
    assertSame(sum, together);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void numbersComeBackAsTheyWere(long seed) {
    var random = new Random(seed);
    var numbers = new ArrayList<Long>(List.of(0L, 127L, 128L, Long.MAX_VALUE));
    for (int i = 0; i < 50; i++) {
      numbers.add(random.nextLong() >>> random.nextInt(63));
    }
    var out = new Output();
    for (var number : numbers) {
      out.number(Math.max(0, number));
      out.signed(-number);
    }
    var in = new Input(out.toBytes());
    for (var number : numbers) {
      assertThat(in.number()).isEqualTo(Math.max(0, number));
      assertThat(in.signed()).isEqualTo(-number);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "????",
        "AAAA",
        "HISTFAAAAA==",
        "HISTFAAAAP8=",
        "HISTEwAAAP8AAAAAAAAAAwAAAAAAAAAB",
        "c29tZSB0ZXh0IHRoYXQgaXMgbm8gaGlzdG9ncmFt"
      })
  void whatIsNoHistogramIsRefused(String text) {
    assertThatThrownBy(() -> wire.read(text, buckets)).isInstanceOf(Unreadable.class);
  }

  /// A record that was damaged is refused or is another histogram, but breaks nothing.
  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedOneIsRefusedOrReadToItsEnd(long seed) {
    var random = new Random(seed);
    var bytes = Base64.getDecoder().decode(plain(recorded(random)));
    for (int i = 0; i < 50; i++) {
      var damaged = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        wire.read(Base64.getEncoder().encodeToString(damaged), buckets);
        var read = new Counts();
        buckets.addTo(read);
        assertThat(read.total()).isEqualTo(buckets.total());
      } catch (Unreadable e) {
        assertThat(e).hasMessageContaining("a histogram");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 5})
  void otherPrecisionIsRefused(int digits) {
    var other = new Histogram(digits);
    other.recordValue(1_000);

    assertThatThrownBy(() -> wire.read(plain(other), buckets)).isInstanceOf(Unreadable.class);
  }

  private static Histogram recorded(Random random) {
    var histogram = new Histogram(3);
    double spread = random.nextDouble() * 25;
    for (int i = 0; i < random.nextInt(1, 300); i++) {
      histogram.recordValueWithCount(
          (long) Math.exp(random.nextDouble() * spread), random.nextBoolean() ? 1 : i + 1);
    }
    return histogram;
  }

  private static void assertSame(Counts counts, Histogram expected) {
    assertThat(counts.total()).isEqualTo(expected.getTotalCount());
    assertThat(counts.min()).isEqualTo(expected.getMinValue());
    assertThat(counts.max()).isEqualTo(expected.getMaxValue());
    assertThat(counts.mean()).isEqualTo(expected.getMean());
    for (var percentile : PERCENTILES) {
      assertThat(counts.percentile(percentile))
          .as("percentile %s", percentile)
          .isEqualTo(expected.getValueAtPercentile(percentile));
    }
  }

  private static String plain(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  private static String compressed(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }
}
