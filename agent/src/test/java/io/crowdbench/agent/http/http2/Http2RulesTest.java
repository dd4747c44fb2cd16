package io.crowdbench.agent.http.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.Tls;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.testing.Certificates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What well-kept servers seldom do.
@Timeout(60)
class Http2RulesTest {

  private static final int INPUTS = Integer.getInteger("crowdbench.fuzz", 15_000);

  @TempDir private static Path folder;

  private static Certificates certificates;

  @BeforeAll
  static void issue() throws Exception {
    certificates = new Certificates(folder);
    certificates.issue("good", "-ext", "san=ip:127.0.0.1");
  }

  @Test
  void saysWhyAStreamWasReset() throws Exception {
    fails(
        (frames, stream, _) -> frames.add(Http2Frames.RST_STREAM, 0, stream, Http2Frames.number(2)),
        "the server reset the stream: INTERNAL_ERROR");
  }

  @Test
  void sendsAgainWhatTheServerHasRefused() throws Exception {
    sendsAgain(stream -> stream, Http2Frames.RST_STREAM, Http2Frames.number(7));
  }

  @Test
  void sendsElsewhereWhatTheServerHadNotLookedAt() throws Exception {
    var goAway = new byte[8];
    goAway[3] = 1;
    sendsAgain(_ -> 0, Http2Frames.GOAWAY, goAway);
  }

  /// A POST, too, since the server has surely done nothing about it.
  private static void sendsAgain(IntUnaryOperator on, int type, byte[] content) throws Exception {
    var server =
        answers((frames, stream, number) -> {
          if (number == 2) {
            frames.add(type, 0, on.applyAsInt(stream), content);
          } else {
            RawHttp2.ok(frames, stream);
          }
        });
    try (server;
        var browser = trusting()) {
      browser.send(get(server), Duration.ofSeconds(9), () -> {});
      var post = new RequestHead("POST", Address.of(server.url() + "/"), new Fields(), new byte[0]);

      assertThat(browser.send(post, Duration.ofSeconds(9), () -> {}).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void saysThatTheServerDemandsACertificate() throws Exception {
    var demanding = certificates.listen("good");
    demanding.setNeedClientAuth(true);
    try (var server = new RawHttp2(demanding, (frames, stream, _) -> RawHttp2.ok(frames, stream));
        var browser = trusting()) {
      assertThatThrownBy(() -> browser.send(get(server), Duration.ofSeconds(9), () -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("demands a client certificate");
    }
  }

  @Test
  void saysWhyTheServerWantsNoMore() throws Exception {
    fails(
        (frames, stream, _) -> {
          var why = "slow down".getBytes(StandardCharsets.UTF_8);
          var goAway = new byte[8 + why.length];
          goAway[3] = (byte) stream;
          goAway[7] = 11;
          System.arraycopy(why, 0, goAway, 8, why.length);
          frames.add(Http2Frames.GOAWAY, 0, 0, goAway);
          frames.flush();
          throw new IOException("and closes");
        },
        "the server closes the connection: ENHANCE_YOUR_CALM (slow down)");
  }

  @Test
  void putsHeaderFieldsTogether() throws Exception {
    var server =
        answers((frames, stream, _) -> {
          // :status: 200, and a literal "a: bc".
          var block = new byte[] {(byte) 0x88, 0, 1, 'a', 2, 'b', 'c'};
          for (int i = 0; i < block.length; i++) {
            frames.add(
                i == 0 ? Http2Frames.HEADERS : Http2Frames.CONTINUATION,
                i == 0
                    ? Http2Frames.END_STREAM
                    : i == block.length - 1 ? Http2Frames.END_HEADERS : 0,
                stream,
                block,
                i,
                1);
          }
        });
    try (server;
        var browser = trusting()) {
      var answer = browser.send(get(server), Duration.ofSeconds(9), () -> {});
      assertThat(answer.headers().first("A")).contains("bc");
    }
  }

  @Test
  void refusesAHeaderBlockThatIsInterrupted() throws Exception {
    fails(
        (frames, stream, _) -> {
          frames.add(Http2Frames.HEADERS, 0, stream, RawHttp2.OK);
          frames.add(Http2Frames.PING, 0, 0, new byte[8]);
        },
        "the server broke the rules of HTTP/2: a header block was interrupted");
  }

  @Test
  void refusesAPush() throws Exception {
    fails(
        (frames, stream, _) -> frames.add(Http2Frames.PUSH_PROMISE, 4, stream, new byte[5]),
        "it pushes what nobody asked for");
  }

  @Test
  void refusesAFrameThatIsTooLarge() throws Exception {
    fails(
        (frames, stream, _) -> frames.add(Http2Frames.DATA, 0, stream, new byte[20_000]),
        "a frame of 20000 bytes where 16384 are allowed");
  }

  @Test
  void refusesFieldsThatCannotBeUnpacked() throws Exception {
    fails(
        (frames, stream, _) ->
            frames.add(Http2Frames.HEADERS, 5, stream, new byte[] {(byte) 0xff, 0x7f}),
        "header fields that can't be unpacked");
  }

  @Test
  void refusesABodyOfAnotherLengthThanAnnounced() throws Exception {
    fails(
        (frames, stream, _) -> {
          // content-length (static index 28): 5
          var block = new byte[] {(byte) 0x88, 0x0f, 13, 1, '5'};
          frames.add(Http2Frames.HEADERS, Http2Frames.END_HEADERS, stream, block);
          frames.add(Http2Frames.DATA, Http2Frames.END_STREAM, stream, new byte[3]);
        },
        "the body has 3 bytes, but Content-Length is 5");
  }

  @Test
  void noticesThatTheServerClosed() throws Exception {
    fails(
        (frames, stream, _) -> {
          frames.add(Http2Frames.HEADERS, Http2Frames.END_HEADERS, stream, RawHttp2.OK);
          frames.flush();
          throw new IOException("closes in the middle");
        },
        "the server closed the connection");
  }

  @Test
  void answersPings() throws Exception {
    var server =
        answers((frames, stream, _) -> {
          frames.add(Http2Frames.PING, 0, 0, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
          frames.flush();
          for (var frame = frames.read(); ; frame = frames.read()) {
            if (frame.type() == Http2Frames.PING && frame.has(Http2Frames.ACK)) {
              assertThat(frame.content()).startsWith(1, 2, 3);
              break;
            }
          }
          RawHttp2.ok(frames, stream);
        });
    try (server;
        var browser = trusting()) {
      assertThat(browser.send(get(server), Duration.ofSeconds(9), () -> {}).status())
          .isEqualTo(200);
    }
  }

  /// Frames of all kinds with anything in them: nothing but a reason in words comes of it.
  @Test
  void takesOrRefusesWhateverComes() throws Exception {
    var random = new SplittableRandom(Long.getLong("crowdbench.fuzz.seed", 1));
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      var wire = new ByteArrayOutputStream();
      var writer = new Http2Frames(new ByteArrayInputStream(new byte[0]), wire);
      for (int n = random.nextInt(1, 6); n > 0; n--) {
        var content = new byte[random.nextInt(20)];
        random.nextBytes(content);
        writer.add(random.nextInt(11), random.nextInt(256), random.nextInt(3), content);
      }
      writer.flush();
      var state = new Http2State();
      var stream = state.open(1, false, 1_000);
      var in = new ByteArrayInputStream(wire.toByteArray());
      var reader =
          new Http2Reader(
              new Http2Frames(in, wire),
              new Http2Headers(),
              state,
              (_, _, _, _) -> {},
              System::nanoTime);
      try {
        while (reader.next()) {
          assertThat(stream.id).isOne();
        }
      } catch (Http2Frames.Broken e) {
        refused++;
      } catch (EOFException e) {
        assertThat(in.available()).isZero();
      }
    }
    assertThat(refused).isBetween(INPUTS / 20, INPUTS);
  }

  private static void fails(RawHttp2.Script script, String why) throws Exception {
    try (var server = answers(script);
        var browser = trusting()) {
      assertThatThrownBy(() -> browser.send(get(server), Duration.ofSeconds(9), () -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(why);
    }
  }

  private static RawHttp2 answers(RawHttp2.Script script) throws Exception {
    return new RawHttp2(certificates.listen("good"), script);
  }

  private static Browser trusting() throws Exception {
    var browser = new Browser();
    browser.secure(Tls.standard().trusting(certificates.certificate("ca")));
    return browser;
  }

  private static RequestHead get(RawHttp2 server) {
    return new RequestHead("GET", Address.of(server.url() + "/"), new Fields(), new byte[0]);
  }
}
