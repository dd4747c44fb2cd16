package io.crowdbench.agent.http.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSocketFrameTest {

  private static final int INPUTS = Integer.getInteger("crowdbench.fuzz", 15_000);

  private final SplittableRandom random =
      new SplittableRandom(Long.getLong("crowdbench.fuzz.seed", 1));

  /// From RFC 6455, 5.7.
  @Test
  void writesAndReadsTheStandardsExamples() throws IOException {
    var hello = "Hello".getBytes(StandardCharsets.US_ASCII);

    assertThat(new WebSocketFrame(true, WebSocketFrame.TEXT, hello).masked(0x37fa213d))
        .isEqualTo(bytes("818537fa213d7f9f4d5158"));
    assertThat(read(bytes("810548656c6c6f")).content()).isEqualTo(hello);
    assertThat(read(bytes("0103 48656c".replace(" ", ""))).last()).isFalse();
    assertThat(read(bytes("890548656c6c6f")).code()).isEqualTo(WebSocketFrame.PING);
  }

  @ParameterizedTest
  @CsvSource({
    "c100,1002,reserved bits",
    "8300,1002,unknown kind 3",
    "8b00,1002,unknown kind 11",
    "818000000000,1002,masked",
    "0900,1002,control frame in pieces",
    "897e007e,1002,control frame",
    "827f0000000080000000,1009,more than",
    "827fffffffffffffffff,1009,more than",
  })
  void refusesWhatBreaksTheProtocol(String hex, int status, String why) {
    assertThatThrownBy(() -> read(bytes(hex)))
        .isInstanceOfSatisfying(
            WebSocketFrame.Broken.class, e -> assertThat(e.status).isEqualTo(status))
        .hasMessageContaining(why);
  }

  @Test
  void readsWhatAServerWrites() throws IOException {
    for (int i = 0; i < INPUTS; i++) {
      var frame = any();
      var got = read(unmasked(frame.masked(random.nextInt())));

      assertThat(got.content()).isEqualTo(frame.content());
      assertThat(got.code()).isEqualTo(frame.code());
      assertThat(got.last()).isEqualTo(frame.last());
    }
  }

  @Test
  void noticesWhereverAFrameIsCutOffAndNeverHangs() {
    for (int i = 0; i < INPUTS; i++) {
      var whole = unmasked(any().masked(1));
      var cut = Arrays.copyOf(whole, random.nextInt(whole.length));

      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void takesOrRefusesWhateverComes() {
    for (int i = 0; i < INPUTS; i++) {
      var wire = new byte[random.nextInt(30)];
      random.nextBytes(wire);
      try {
        assertThat(read(wire).content().length).isLessThan(wire.length);
      } catch (WebSocketFrame.Broken | EOFException e) {
        assertThat(e).isNotNull();
      } catch (IOException e) {
        throw new AssertionError(HexFormat.of().formatHex(wire), e);
      }
    }
  }

  private WebSocketFrame any() {
    var code =
        new int[] {
              WebSocketFrame.MORE, WebSocketFrame.TEXT, WebSocketFrame.BINARY, WebSocketFrame.PING
            }
            [random.nextInt(4)];
    var length =
        code == WebSocketFrame.PING
            ? random.nextInt(126)
            : (int) Math.exp(random.nextDouble() * 12);
    var content = new byte[length];
    random.nextBytes(content);
    return new WebSocketFrame(code == WebSocketFrame.PING || random.nextBoolean(), code, content);
  }

  /// The same as a server sends it.
  private static byte[] unmasked(byte[] wire) {
    int length = wire[1] & 0x7f;
    int key = length == 126 ? 4 : length == 127 ? 10 : 2;
    var out = new byte[wire.length - 4];
    System.arraycopy(wire, 0, out, 0, key);
    out[1] &= 0x7f;
    for (int i = key; i < out.length; i++) {
      out[i] = (byte) (wire[i + 4] ^ wire[key + ((i - key) & 3)]);
    }
    return out;
  }

  private static WebSocketFrame read(byte[] wire) throws IOException {
    return WebSocketFrame.read(new DataInputStream(new ByteArrayInputStream(wire)), 1 << 20, false);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
