package io.crowdbench.agent.http.http1;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.http.HttpFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Generated answers, whole, cut and mutilated, in pieces of any size: the codec never hangs, never
/// gives a wrong body, and says what is wrong as an [HttpFailure].
///
/// `-Dcrowdbench.fuzz=3000000` tries so many of each kind; `-Dcrowdbench.fuzz.seed=…` others.
@Timeout(value = 1, unit = TimeUnit.HOURS)
class CodecFuzzTest {

  private static final int INPUTS = Integer.getInteger("crowdbench.fuzz", 15_000);

  private final SplittableRandom random =
      new SplittableRandom(Long.getLong("crowdbench.fuzz.seed", 1));

  /// Null where the codec said that it is no answer.
  private record Outcome(int status, byte[] body, boolean keepAlive, boolean leftOver) {}

  @Test
  void readsWhateverIsValid() {
    for (int i = 0; i < INPUTS; i++) {
      var valid = GeneratedAnswer.of(random);
      var got = parsed(valid.wire(), valid.head());
      if (got == null || got.status != valid.status() || !Arrays.equals(got.body, valid.body())) {
        throw new AssertionError("not read: " + shown(valid.wire()));
      }
      assertThat(got.leftOver).isFalse();
      assertThat(got.keepAlive && valid.closeDelimited()).isFalse();
    }
  }

  @Test
  void noticesWhereverAnAnswerIsCutOff() {
    for (int i = 0; i < INPUTS; i++) {
      var valid = GeneratedAnswer.of(random);
      var cut = Arrays.copyOf(valid.wire(), random.nextInt(valid.wire().length));
      var got = parsed(cut, valid.head());
      // Only where the end of the connection ends the body there is nothing to notice.
      if (got != null && !valid.closeDelimited()) {
        throw new AssertionError("cut unnoticed: " + shown(cut));
      }
    }
  }

  @Test
  void agreesWithTheReferenceOnWhateverComes() {
    int accepted = 0;
    for (int i = 0; i < INPUTS; i++) {
      var valid = GeneratedAnswer.of(random);
      var wire = Mutation.of(valid.wire(), random);
      var got = parsed(wire, valid.head());
      var right = ReferenceAnswer.of(wire, valid.head());
      var same =
          got == null || right == null
              ? got == null && right == null
              : got.status == right.status() && Arrays.equals(got.body, right.body());
      if (!same) {
        throw new AssertionError(
            "the codec %s, the reference %s: %s"
                .formatted(
                    got == null ? "refuses" : "accepts",
                    right == null ? "refuses" : "accepts",
                    shown(wire)));
      }
      accepted += got == null ? 0 : 1;
    }
    // Else the mutations would prove nothing about either.
    assertThat(accepted).isBetween(INPUTS / 20, INPUTS - INPUTS / 20);
  }

  /// Anything that is thrown but an HttpFailure fails the test.
  private @Nullable Outcome parsed(byte[] wire, boolean head) {
    var reader = new AnswerReader(pieces(wire), new byte[random.nextInt(1, 200)]);
    var parser = new AnswerParser(reader, head);
    try {
      var body = parser.parse();
      return new Outcome(parser.status(), body, parser.keepAlive(), reader.hasLeftOver());
    } catch (HttpFailure e) {
      assertThat(e).hasMessageMatching("(?s).{10,300}");
      return null;
    } catch (IOException e) {
      throw new AssertionError("no named failure for " + shown(wire), e);
    }
  }

  private InputStream pieces(byte[] wire) {
    int longest = random.nextInt(1, random.nextBoolean() ? 5 : 2_000);
    return new ByteArrayInputStream(wire) {
      @Override
      public int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(length, random.nextInt(1, longest + 1)));
      }
    };
  }

  private static String shown(byte[] wire) {
    var start = new String(wire, 0, Math.min(wire.length, 400), StandardCharsets.ISO_8859_1);
    return wire.length + " bytes, " + start.replace("\r", "\\r").replace("\n", "\\n");
  }
}
