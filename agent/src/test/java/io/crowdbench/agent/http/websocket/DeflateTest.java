package io.crowdbench.agent.http.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateTest {

  /// The examples of RFC 7692, 7.2.3.1 and 7.2.3.2: the second goes back to the first.
  @Test
  void unpacksWhatGoesBackToTheMessageBefore() throws Exception {
    try (var deflate = requireNonNull(Deflate.agreed("permessage-deflate"))) {
      assertThat(text(deflate, "f248cdc9c90700")).isEqualTo("Hello");
      assertThat(text(deflate, "f200110000")).isEqualTo("Hello");
    }
  }

  @Test
  void forgetsWhereTheServerDoes() throws Exception {
    try (var deflate =
        requireNonNull(Deflate.agreed("permessage-deflate; server_no_context_takeover"))) {
      assertThat(text(deflate, "f248cdc9c90700")).isEqualTo("Hello");
      assertThatThrownBy(() -> text(deflate, "f200110000"))
          .isInstanceOf(WebSocketFrame.Broken.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 8192, 100_000})
  void packsWhatCanBeUnpackedAgain(int length) throws Exception {
    var message = "abc def ".repeat(length / 8 + 1).substring(0, length).getBytes(UTF_8);
    try (var deflate = requireNonNull(Deflate.agreed("permessage-deflate"))) {
      for (int i = 0; i < 3; i++) {
        var packed = Deflate.packed(message);

        assertThat(deflate.unpacked(packed, 1 << 20)).isEqualTo(message);
        assertThat(packed.length).isLessThanOrEqualTo(Math.max(16, length / 4));
      }
    }
  }

  @Test
  void takesABombForAnError() throws Exception {
    var bomb = Deflate.packed(new byte[1_000_000]);
    try (var deflate = requireNonNull(Deflate.agreed("permessage-deflate"))) {
      assertThatThrownBy(() -> deflate.unpacked(bomb, 999_999))
          .hasMessageContaining("unpacks to more than 999999 bytes");
    }
  }

  @Test
  void agreesToNothingElse() {
    assertThat(Deflate.agreed("")).isNull();
    assertThatThrownBy(() -> Deflate.agreed("x-webkit-deflate-frame"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Deflate.agreed("permessage-deflate; client_max_window_bits=9"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(Deflate deflate, String hex) throws Exception {
    return new String(deflate.unpacked(HexFormat.of().parseHex(hex), 100), UTF_8);
  }
}
