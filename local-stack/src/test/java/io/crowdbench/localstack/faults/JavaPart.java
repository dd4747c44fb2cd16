package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A part in a JVM of its own, with this JVM's class path. What it prints goes to a file of each
/// start, what it logs to one beside it.
final class JavaPart implements Part {

  private static final Logger log = LoggerFactory.getLogger(JavaPart.class);

  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path logs;
  private final Predicate<String> isUp;
  private @Nullable Process process;
  private int starts;

  /// @param main the class to run and its arguments
  /// @param environment for what is not to be read off a command line
  /// @param logs folder for what it prints and logs
  /// @param isUp whether it serves, given what it has printed since it started
  JavaPart(
      String name,
      List<String> main,
      Map<String, String> environment,
      Path logs,
      Predicate<String> isUp) {
    this.name = name;
    this.environment = environment;
    this.logs = logs;
    this.isUp = isUp;
    this.command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Xmx320m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcrowdbench.logs=" + logs,
                "-Dcrowdbench.log=" + name,
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(main);
  }

  @Override
  public void start() {
    launch();
    awaitUp();
  }

  /// For several to start side by side.
  void launch() {
    log.info("{} is started", name);
    starts++;
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      process = builder.redirectOutput(output().toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitUp() {
    await(name)
        .atMost(TIMEOUT)
        .until(() -> {
          var printed = Files.readString(output());
          assertThat(isAlive()).as(name + " ended: " + printed).isTrue();
          return isUp.test(printed);
        });
    log.info("{} is up", name);
  }

  private Path output() {
    return logs.resolve(name + "." + starts + ".out");
  }

  @Override
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  @Override
  public void kill() {
    log.info("{} is killed", name);
    if (process != null) {
      Signals.kill(List.of(process.toHandle()));
    }
  }

  @Override
  public void pause() {
    log.info("{} is paused", name);
    Signals.pause(List.of(Objects.requireNonNull(process).toHandle()));
  }

  @Override
  public void resume() {
    log.info("{} is resumed", name);
    if (process != null) {
      Signals.resume(List.of(process.toHandle()));
    }
  }
}
