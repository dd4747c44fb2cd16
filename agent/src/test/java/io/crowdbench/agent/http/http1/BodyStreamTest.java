package io.crowdbench.agent.http.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.agent.http.HttpFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A body read as it comes is the same as one read whole.
class BodyStreamTest {

  private static final int INPUTS = Integer.getInteger("crowdbench.fuzz", 15_000);

  private final SplittableRandom random =
      new SplittableRandom(Long.getLong("crowdbench.fuzz.seed", 1));

  @Test
  void givesTheWholeBodyInPiecesOfAnySize() throws IOException {
    for (int i = 0; i < INPUTS; i++) {
      var valid = GeneratedAnswer.of(random);

      assertThat(read(valid.wire(), valid.head())).isEqualTo(valid.body());
    }
  }

  @Test
  void noticesWhereverABodyIsCutOff() {
    for (int i = 0; i < INPUTS; i++) {
      var valid = GeneratedAnswer.of(random);
      if (!valid.closeDelimited()) {
        var cut = Arrays.copyOf(valid.wire(), random.nextInt(valid.wire().length));

        assertThatThrownBy(() -> read(cut, valid.head())).isInstanceOf(HttpFailure.class);
      }
    }
  }

  private byte[] read(byte[] wire, boolean head) throws IOException {
    InputStream in =
        new ByteArrayInputStream(wire) {
          @Override
          public int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, random.nextInt(1, 50)));
          }
        };
    var parser = new AnswerParser(new AnswerReader(in, new byte[64]), head);
    parser.head(false);
    var body = new ByteArrayOutputStream();
    var buffer = new byte[random.nextInt(1, 100)];
    var stream = parser.stream();
    for (int part = stream.read(buffer); part >= 0; part = stream.read(buffer)) {
      body.write(buffer, 0, part);
    }
    assertThat(stream.bytes()).isEqualTo(body.size());
    return body.toByteArray();
  }
}
