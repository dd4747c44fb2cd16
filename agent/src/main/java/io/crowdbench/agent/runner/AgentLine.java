package io.crowdbench.agent.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The runner's line to its agent: JSON, a line each, over standard input and output.
final class AgentLine {

  private final JsonMapper json = JsonMapper.shared();
  private final BufferedReader in;
  private final PrintStream out;

  AgentLine(InputStream in, PrintStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  /// Waits for the next command. When the agent is gone the load ends: nobody could stop it any
  /// more.
  RunnerCommand next() {
    try {
      var line = in.readLine();
      return line == null ? new RunnerCommand.Stop() : json.readValue(line, RunnerCommand.class);
    } catch (IOException | JacksonException e) {
      throw new IllegalStateException("could not understand the agent: " + e.getMessage(), e);
    }
  }

  synchronized void report(RunnerReport report) {
    out.println(json.writeValueAsString(report));
  }

  /// This slave's clock, finer than whole milliseconds.
  static double nowMillis() {
    return millis(Instant.now());
  }

  /// The `System.nanoTime` of that time of this slave's clock.
  static long nanoTime(double millis) {
    return System.nanoTime() + (long) ((millis - nowMillis()) * 1_000_000);
  }

  static double millis(Instant instant) {
    return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
  }
}
