package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.cookie.Cookies;
import io.crowdbench.agent.schedule.RunClock;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Visitors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a crowd ask a site of our own in this process, before anybody is measured. Without it the
/// first users' latencies would be the time in which this process loads its classes.
///
/// Many users with few requests each: what is not compiled when a user begins stays so at the
/// bottom of its stack for all its life, and makes each of its waits dearer.
public final class WarmUp {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private static final String NAME = "warm-up";

  /// Enough for the JVM's first compiler, which asks for 200.
  private static final int USERS = 400;

  private static final int PASSES_EACH = 2;
  private static final Duration MAX_LENGTH = Duration.ofSeconds(2);

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  private WarmUp() {}

  /// Returns when it is done. Whatever goes wrong is logged only: the run can do without it.
  public static void run() throws InterruptedException {
    Cookies.prepare();
    try (var site = new ServerSocket(0, USERS, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().name("warm-up site").start(() -> welcome(site));
      var crowd = crowd(RunScope.of(Address.of("http://127.0.0.1:" + site.getLocalPort() + "/")));
      crowd.become(Map.of(NAME, USERS));
      crowd.finish(MAX_LENGTH);
    } catch (IOException e) {
      log.info("Could not warm up: {}", e.getMessage());
    }
  }

  private static Crowd crowd(RunScope site) {
    var users =
        IntStream.range(0, USERS)
            .mapToObj(number -> new UserData(NAME + number, Map.of()))
            .toList();
    return new Crowd(
        Map.of(NAME, Asking::new),
        site,
        1,
        List.copyOf(users),
        new Bounds(Map.of(NAME, PASSES_EACH), null, Visitors.NEW, null),
        new RunClock(),
        new Crowd.Instruments());
  }

  private static final class Asking implements Action {

    @Override
    public void run(User user) {
      user.get("/").expectStatus(200);
    }
  }

  private static void welcome(ServerSocket site) {
    try {
      while (true) {
        var guest = site.accept();
        Thread.ofVirtual().name("warm-up site").start(() -> serve(guest));
      }
    } catch (SocketException e) {
      // It is closed when the last guest has gone.
      return;
    } catch (IOException e) {
      log.info("Could not warm up: {}", e.getMessage());
    }
  }

  /// Answers each request, which is small and comes whole, until the guest has gone.
  private static void serve(Socket accepted) {
    try (Socket guest = accepted) {
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
