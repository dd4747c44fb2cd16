package io.crowdbench.benchmarks.generator;

import io.crowdbench.agent.runner.RunnerCommand;
import io.crowdbench.agent.runner.RunnerReport;
import io.crowdbench.benchmarks.machine.Cores;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.Series;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A runner, told what an agent would tell it.
public final class RunnerProcess implements Running {

  private final Process process;
  private final BufferedReader reports;
  private final BufferedWriter commands;
  private final RunnerCommand.SetUp setUp;
  private final int warmUp;

  private RunnerProcess(Process process, RunnerCommand.SetUp setUp, int warmUp) {
    this.process = process;
    this.reports = process.inputReader(StandardCharsets.UTF_8);
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.setUp = setUp;
    this.warmUp = warmUp;
  }

  static RunnerProcess start(
      List<String> command, RunnerCommand.SetUp setUp, Path folder, int warmUp) throws IOException {
    var process =
        new ProcessBuilder(Cores.GENERATOR.bind(command))
            .directory(folder.toFile())
            .redirectError(folder.resolve("runner.log").toFile())
            .start();
    var runner = new RunnerProcess(process, setUp, warmUp);
    runner.tell(setUp);
    runner.await(RunnerReport.Ready.class);
    var now = Instant.now();
    runner.tell(new RunnerCommand.Start(now.toEpochMilli()));
    return runner;
  }

  private void tell(RunnerCommand command) throws IOException {
    commands.write(JsonMapper.shared().writeValueAsString(command));
    commands.newLine();
    commands.flush();
  }

  private void await(Class<? extends RunnerReport> wanted) throws IOException {
    for (var line = reports.readLine(); line != null; line = reports.readLine()) {
      var report = JsonMapper.shared().readValue(line, RunnerReport.class);
      if (wanted.isInstance(report)) {
        return;
      }
      if (report instanceof RunnerReport.Failed(String problem)) {
        throw new IOException("The runner failed: " + problem);
      }
    }
    throw new IOException("The runner ended before it was " + wanted.getSimpleName());
  }

  @Override
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public Optional<Percentiles> result() throws IOException, InterruptedException {
    return Optional.of(figures().service());
  }

  /// What it measured, once it has ended.
  public Figures figures() throws IOException, InterruptedException {
    var batches = batches().stream().filter(batch -> batch.second() >= warmUp).toList();
    var intended = merged(batches, Series::intendedLatency);
    return new Figures(
        percentiles(merged(batches, Series::latency)),
        intended.getTotalCount() == 0 ? Optional.empty() : Optional.of(percentiles(intended)));
  }

  /// Both latencies.
  ///
  /// @param intended from the instant the schedule wanted; empty where there was none
  public record Figures(Percentiles service, Optional<Percentiles> intended) {}

  /// All that it has published, once it has ended.
  public List<SampleBatch> batches() throws IOException, InterruptedException {
    await(RunnerReport.Finished.class);
    process.waitFor();
    return SampleReader.read(setUp.brokers(), setUp.run());
  }

  /// All operations' histograms in one.
  private static Histogram merged(
      List<SampleBatch> batches, Function<Series, @Nullable String> which) throws IOException {
    var all = new Histogram(3);
    for (var batch : batches) {
      for (var series : batch.series()) {
        var encoded = which.apply(series);
        if (series.kind() == Kind.OPERATION && encoded != null) {
          all.add(decoded(encoded));
        }
      }
    }
    return all;
  }

  private static Histogram decoded(String encoded) {
    var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
    return Histogram.decodeFromByteBuffer(bytes, 0);
  }

  /// In milliseconds, from a histogram in microseconds.
  private static Percentiles percentiles(Histogram all) {
    return new Percentiles(
        all.getTotalCount(), at(all, 50), at(all, 90), at(all, 99), at(all, 99.9));
  }

  private static double at(Histogram all, double percentile) {
    return all.getValueAtPercentile(percentile) / 1_000.0;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
