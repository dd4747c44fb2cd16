package io.crowdbench.agent.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Linux lets threads sleep 50 µs longer than they ask for, so that it may wake several at once.
public final class TimerSlack {

  private static final Logger log = LoggerFactory.getLogger(TimerSlack.class);

  private TimerSlack() {}

  /// The calling thread is woken as soon as it asks for, where that is possible.
  public static void none() {
    try {
      var thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
      Files.writeString(Path.of("/proc", thread.toString(), "timerslack_ns"), "1");
    } catch (IOException | RuntimeException e) {
      log.debug("Arrivals may be some 50 µs late: {}", e.toString());
    }
  }
}
