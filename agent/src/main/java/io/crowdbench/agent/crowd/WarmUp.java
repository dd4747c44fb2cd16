package io.crowdbench.agent.crowd;

import io.crowdbench.agent.http.Browser;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets one user ask a site of our own in this process, before anybody is measured. Without it the
/// first users' latencies would be the time in which this process loads its classes.
public final class WarmUp {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  /// Enough for the JVM's first compiler; far below a second.
  private static final int REQUESTS = 500;

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  private WarmUp() {}

  /// Returns when it is done. Whatever goes wrong is logged only: the run can do without it.
  public static void run() throws InterruptedException {
    try (var site = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // The guest may never come.
      site.setSoTimeout(2_000);
      var serving = Thread.ofVirtual().name("warm-up site").start(() -> serve(site));
      var asking = Thread.ofVirtual().name("warm-up").start(() -> ask(site.getLocalPort()));
      asking.join();
      serving.join();
    } catch (IOException e) {
      log.info("Could not warm up: {}", e.getMessage());
    }
  }

  private static void ask(int port) {
    var site = URI.create("http://127.0.0.1:" + port + "/");
    var measured =
        new Measured(
            "warm-up", new Meter(), new Errors(), new DebugLog(), new Population(), Trace.NONE);
    try (var browser = new Browser()) {
      var user =
          new ActingUser(
              new UserData("warm-up", Map.of()),
              new Addresses(site),
              1,
              measured,
              new Ending(),
              browser);
      for (int i = 0; i < REQUESTS; i++) {
        user.get("/").expectStatus(200);
        user.settle();
      }
    } catch (RuntimeException e) {
      log.info("Could not warm up: {}", e.getMessage());
    }
  }

  /// Answers each request, which is small and comes whole, until its only guest has gone.
  private static void serve(ServerSocket site) {
    try (Socket guest = site.accept()) {
      guest.setTcpNoDelay(true);
      var request = new byte[1_024];
      while (guest.getInputStream().read(request) > 0) {
        guest.getOutputStream().write(ANSWER);
      }
    } catch (IOException e) {
      log.info("Could not warm up: {}", e.getMessage());
    }
  }
}
