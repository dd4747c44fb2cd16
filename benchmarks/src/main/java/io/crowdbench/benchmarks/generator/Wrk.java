package io.crowdbench.benchmarks.generator;

import io.crowdbench.benchmarks.machine.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// wrk, in C: the mark that the others are measured by. It has no open model.
public final class Wrk implements Generator {

  private static final String REPORT =
      """
      done = function(summary, latency, requests)
        io.write(string.format("figures %d %f %f %f %f\\n", summary.requests,
          latency:percentile(50), latency:percentile(90), latency:percentile(99), latency:percentile(99.9)))
      end
      """;
  private static final Pattern FIGURES =
      Pattern.compile("figures (\\d+) ([\\d.]+) ([\\d.]+) ([\\d.]+) ([\\d.]+)");

  @Override
  public String name() {
    return "wrk";
  }

  @Override
  public Optional<String> prepare() {
    return Programs.find("wrk").isPresent()
        ? Optional.empty()
        : Optional.of("wrk is not installed; Debian has it as package wrk.");
  }

  @Override
  public Running start(Load load, Path folder) throws IOException {
    if (!(load instanceof Load.Closed closed)) {
      throw new IllegalArgumentException("wrk has no open model");
    }
    var script = Files.writeString(folder.resolve("report.lua"), REPORT);
    return ChildProcess.start(
        List.of(
            "wrk",
            "-t1",
            "-c" + closed.users(),
            "-d" + closed.whole().toSeconds(),
            "--timeout",
            "60",
            "-s",
            script.toString(),
            closed.address().toString()),
        folder,
        Wrk::read);
  }

  private static Optional<Percentiles> read(String output) {
    var match = FIGURES.matcher(output);
    return match.find()
        ? Optional.of(
            new Percentiles(
                Long.parseLong(match.group(1)),
                millis(match.group(2)),
                millis(match.group(3)),
                millis(match.group(4)),
                millis(match.group(5))))
        : Optional.empty();
  }

  private static double millis(String micros) {
    return Double.parseDouble(micros) / 1_000;
  }
}
