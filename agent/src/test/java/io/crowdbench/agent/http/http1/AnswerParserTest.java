package io.crowdbench.agent.http.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.agent.http.AnswerBody;
import io.crowdbench.agent.http.Buffers;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {

  @Test
  void readsABodyOfTheLengthThatIsSaid() throws IOException {
    var answer = parsed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

    assertThat(answer.body).isEqualTo("hello");
    assertThat(answer.parser.status()).isEqualTo(200);
    assertThat(answer.parser.reason()).isEqualTo("OK");
    assertThat(answer.parser.keepAlive()).isTrue();
  }

  @Test
  void countsABodyThatIsTooLargeToBeKept() throws IOException {
    long length = AnswerBody.USUALLY_KEPT + 1L;
    var head = "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
    var in =
        new SequenceInputStream(
            new ByteArrayInputStream(head.getBytes(StandardCharsets.ISO_8859_1)),
            new Zeros(length));
    var parser = new AnswerParser(new AnswerReader(in, new byte[Buffers.SIZE]), false);

    assertThat(parser.parse()).isEmpty();
    assertThat(parser.bodyLength()).isEqualTo(length);
    assertThat(parser.keepAlive()).isTrue();
  }

  @Test
  void keepsNoMoreThanItIsTold() throws IOException {
    for (var head :
        List.of(
            "Content-Length: 5\r\n\r\nhello",
            "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")) {
      var in =
          new ByteArrayInputStream(
              ("HTTP/1.1 200 OK\r\n" + head).getBytes(StandardCharsets.ISO_8859_1));
      var parser = new AnswerParser(new AnswerReader(in, new byte[Buffers.SIZE]), false, 4);

      assertThat(parser.parse()).isEmpty();
      assertThat(parser.bodyLength()).isEqualTo(5);
      assertThat(parser.keepAlive()).isTrue();
    }
  }

  @Test
  void takesALengthThatIsSaidTwiceForOne() throws IOException {
    assertThat(parsed("HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok").body).isEqualTo("ok");
    assertThatThrownBy(() -> parsed("HTTP/1.1 200 OK\r\nContent-Length: 2, 3\r\n\r\nok"))
        .hasMessage("Content-Length is 2 and 3");
  }

  /// So many bytes without content.
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(left, length);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }

  @Test
  void readsChunksAndLeavesTheirExtensionsAndTrailersOut() throws IOException {
    var answer =
        parsed(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5;name=value\r\nhello\r\n6\r\n world\r\n0\r\nX-Trailer: 1\r\n\r\n");

    assertThat(answer.body).isEqualTo("hello world");
    assertThat(answer.parser.headers().first("X-Trailer")).isEmpty();
    assertThat(answer.parser.keepAlive()).isTrue();
  }

  @Test
  void readsToTheEndWhereNoLengthIsSaidAndKeepsNothingAlive() throws IOException {
    var answer = parsed("HTTP/1.1 200 OK\r\n\r\nall of it");

    assertThat(answer.body).isEqualTo("all of it");
    assertThat(answer.parser.keepAlive()).isFalse();
  }

  @Test
  void leavesInterimAnswersOut() throws IOException {
    var answer =
        parsed(
            "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
                + "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");

    assertThat(answer.parser.status()).isEqualTo(201);
    assertThat(answer.parser.headers().first("Link")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"204 No Content", "304 Not Modified"})
  void expectsNoBodyWhereThereIsNone(String status) throws IOException {
    var answer = parsed("HTTP/1.1 " + status + "\r\nContent-Length: 5\r\n\r\n");

    assertThat(answer.body).isEmpty();
  }

  @Test
  void expectsNoBodyAfterHead() throws IOException {
    var reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");

    assertThat(new AnswerParser(reader, true).parse()).isEmpty();
  }

  @Test
  void acceptsBareLineFeedsAndFoldedLines() throws IOException {
    var answer = parsed("HTTP/1.1 200 OK\nX-Long: one\n two\nContent-Length: 0\n\n");

    assertThat(answer.parser.headers().first("x-long")).contains("one two");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK,Connection: close,false",
    "HTTP/1.1 200 OK,Connection: Keep-Alive,true",
    "HTTP/1.0 200 OK,X: y,false",
    "HTTP/1.0 200 OK,Connection: keep-alive,true"
  })
  void knowsWhetherTheConnectionLives(String status, String header, boolean alive)
      throws IOException {
    var answer = parsed(status + "\r\n" + header + "\r\nContent-Length: 0\r\n\r\n");

    assertThat(answer.parser.keepAlive()).isEqualTo(alive);
  }

  @Test
  void understandsAnAnswerThatComesByteByByte() throws IOException {
    var text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    var drip =
        new InputStream() {
          private final InputStream in =
              new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));

          @Override
          public int read() throws IOException {
            return in.read();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, Math.min(1, length));
          }
        };
    var parser = new AnswerParser(new AnswerReader(drip, new byte[Buffers.SIZE]), false);

    assertThat(new String(parser.parse(), StandardCharsets.ISO_8859_1)).isEqualTo("hello");
  }

  @Test
  void noticesBytesThatNobodyAskedFor() throws IOException {
    var reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500");

    new AnswerParser(reader, false).parse();

    assertThat(reader.hasLeftOver()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSH-2.0-OpenSSH_9.2\\r\\n|which is no HTTP/1.1",
        "HTTP/1.1 abc\\r\\n\\r\\n|has no status code",
        "HTTP/1.1 200 OK\\r\\nno colon\\r\\n\\r\\n|has no name",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nhel|closed after 3 of 5 bytes",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\nContent-Length: 6\\r\\n\\r\\n|Content-Length is 5 and 6",
        "HTTP/1.1 200 OK\\r\\nContent-Length: -5\\r\\n\\r\\n|Content-Length is -5",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxyz\\r\\n|is no number",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nhello\\r\\n|longer than the 2 bytes",
        "HTTP/1.1 200 OK\\r\\nContent|closed before the answer was complete",
        "HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n|another protocol"
      })
  void saysWhatIsWrongWithAnAnswer(String wire, String complaint) {
    var text = wire.replace("\\r", "\r").replace("\\n", "\n");

    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(HttpFailure.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void refusesAHeadWithoutEnd() {
    assertThatThrownBy(() -> parsed("HTTP/1.1 200 OK\r\nX: " + "y".repeat(Headers.MAX_BYTES)))
        .hasMessageContaining("head is longer than");
  }

  @Test
  void countsChunksToNoHead() throws IOException {
    var chunks = "1\r\nx\r\n".repeat(Headers.MAX_BYTES);

    var answer =
        parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");

    assertThat(answer.body).hasSize(Headers.MAX_BYTES);
  }

  @Test
  void refusesAChunkSizeWithoutEnd() {
    var size = "1;" + "x".repeat(Headers.MAX_BYTES);

    assertThatThrownBy(() -> parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + size))
        .hasMessageContaining("head is longer than");
  }

  @Test
  void trustsNoConnectionWhoseAnswerHasTwoLengths() throws IOException {
    var answer =
        parsed(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 7\r\n\r\n"
                + "2\r\nok\r\n0\r\n\r\n");

    assertThat(answer.body).isEqualTo("ok");
    assertThat(answer.parser.keepAlive()).isFalse();
  }

  @Test
  void takesACodingThatOnlyLooksChunkedForAnother() throws IOException {
    var answer = parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: unchunked\r\n\r\n2\r\nok");

    assertThat(answer.body).isEqualTo("2\r\nok");
  }

  private record Parsed(AnswerParser parser, String body) {}

  private static Parsed parsed(String wire) throws IOException {
    var parser = new AnswerParser(reader(wire), false);
    return new Parsed(parser, new String(parser.parse(), StandardCharsets.ISO_8859_1));
  }

  private static AnswerReader reader(String wire) {
    var bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    return new AnswerReader(new ByteArrayInputStream(bytes), new byte[Buffers.SIZE]);
  }
}
