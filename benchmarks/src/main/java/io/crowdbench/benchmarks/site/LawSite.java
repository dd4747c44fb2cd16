package io.crowdbench.benchmarks.site;

import io.crowdbench.benchmarks.generator.Percentiles;
import io.crowdbench.benchmarks.machine.Cores;
import io.crowdbench.benchmarks.machine.Jvm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/// A [LawServer] in a process of its own.
public final class LawSite implements AutoCloseable {

  private final Process process;
  private final URI address;

  private LawSite(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// @param stallAfter when after the first request it answers nothing for a while
  /// @param stall for how long; none for never
  public static LawSite start(Law law, Duration stallAfter, Duration stall) throws IOException {
    var process =
        Jvm.start(
            Cores.SITE,
            LawServer.class,
            256,
            Stream.of(law.smallest(), law.mean(), stallAfter, stall).map(LawSite::micros).toList());
    var port = process.inputReader(StandardCharsets.US_ASCII).readLine();
    if (port == null) {
      throw new IOException("The site with known latencies did not start.");
    }
    return new LawSite(process, URI.create("http://127.0.0.1:" + port + "/"));
  }

  private static String micros(Duration time) {
    return Long.toString(time.toNanos() / 1_000);
  }

  public URI address() {
    return address;
  }

  /// What its answers took, from the request's last byte read to the answer's last byte written;
  /// but for those of the first seconds.
  public Percentiles took() throws IOException {
    try (var in = address.resolve(LawServer.MEASURED).toURL().openStream()) {
      var numbers =
          Arrays.stream(new String(in.readAllBytes(), StandardCharsets.US_ASCII).split(" "))
              .mapToLong(Long::parseLong)
              .toArray();
      return new Percentiles(
          numbers[0], numbers[1] / 1e3, numbers[2] / 1e3, numbers[3] / 1e3, numbers[4] / 1e3);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
