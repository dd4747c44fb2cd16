package io.crowdbench.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingsTest {

  private static final byte[] TEXT = "tea and more tea".getBytes(StandardCharsets.UTF_8);

  /// "tea and more tea", packed by Google's own encoder.
  private static final String BROTLI = "iweAdGVhIGFuZCBtb3JlIHRlYQM=";

  @Test
  void unpacksGzip() throws IOException {
    assertThat(unpacked("gzip", gzip(TEXT))).isEqualTo(TEXT);
    assertThat(unpacked("GZIP, identity", gzip(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void unpacksDeflateWithAndWithoutItsFrame() throws IOException {
    assertThat(unpacked("deflate", deflate(false))).isEqualTo(TEXT);
    assertThat(unpacked("deflate", deflate(true))).isEqualTo(TEXT);
  }

  @Test
  void unpacksBrotli() throws IOException {
    assertThat(unpacked("br", Base64.getDecoder().decode(BROTLI))).isEqualTo(TEXT);
  }

  @Test
  void takesTheLastCodingOffFirst() throws IOException {
    assertThat(unpacked("deflate, gzip", gzip(deflate(false)))).isEqualTo(TEXT);
  }

  @Test
  void leavesACodingItDoesNotKnowAlone() throws IOException {
    assertThat(unpacked("zstd", TEXT)).isEqualTo(TEXT);
    assertThat(unpacked("gzip", new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br"})
  void saysThatABodyIsNotWhatItIsSaidToBe(String coding) {
    assertThatThrownBy(() -> unpacked(coding, TEXT))
        .isInstanceOf(HttpFailure.class)
        .hasMessageStartingWith("the body is said to be " + coding + " but can't be unpacked: ");
  }

  @Test
  void unpacksWhatWasPackedForTheWayOnly() throws IOException {
    var headers = new Headers();
    headers.add("Content-Encoding", "deflate");
    headers.add("Transfer-Encoding", "gzip, chunked");

    assertThat(unpacked(headers, gzip(deflate(false)))).isEqualTo(TEXT);
  }

  @Test
  void takesABombForAnError() throws IOException {
    var bomb = gzip(new byte[ContentCodings.MAX_UNPACKED + 1]);

    assertThatThrownBy(() -> unpacked("gzip", bomb)).hasMessageContaining("unpacks to more than");
    assertThatThrownBy(() -> unpacked("gzip, gzip, gzip, gzip, gzip", bomb))
        .hasMessage("the body is packed 5 times over");
  }

  private static byte[] unpacked(String coding, byte[] body) throws IOException {
    var headers = new Headers();
    headers.add("Content-Encoding", coding);
    return unpacked(headers, body);
  }

  private static byte[] unpacked(Headers headers, byte[] body) throws IOException {
    return ContentCodings.unpacked(
        new HttpAnswer(200, "OK", headers, body, body.length, 0, 0, -1, -1, 0, 0, 0));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(boolean raw) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed, new Deflater(9, raw))) {
      out.write(TEXT);
    }
    return packed.toByteArray();
  }
}
