package io.crowdbench.benchmarks.services;

import io.crowdbench.benchmarks.machine.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A service of ours in a process of its own, as its module was built.
public final class ServiceProcess implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  private final Process process;
  private final Path log;

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Returns when it has started.
  ///
  /// @param module its name, such as `run-service`
  /// @param program its main class
  /// @param folder for what it keeps, and its log
  /// @param options of its JVM, besides its heap
  public static ServiceProcess start(
      Path home,
      String module,
      String program,
      Surroundings surroundings,
      Path folder,
      List<String> options)
      throws IOException, InterruptedException {
    var target = home.resolve(module).resolve("target");
    var classPath = target.resolve("classes") + ":" + Files.readString(target.resolve("classpath"));
    var arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-Xmx512m", program, "--server.port=0"));
    var builder = java(classPath, arguments);
    builder.environment().putAll(surroundings.environment());
    builder.environment().put("CROWDBENCH_DATA", folder.resolve(module).toString());
    var log = folder.resolve(module + ".txt");
    var service =
        new ServiceProcess(
            builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    var simpleName = program.substring(program.lastIndexOf('.') + 1);
    if (!Waiting.until(
        Duration.ofSeconds(90), () -> service.log().contains("Started " + simpleName))) {
      service.close();
      throw new IOException(module + " did not start; its log is " + log);
    }
    return service;
  }

  static ProcessBuilder java(String classPath, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "";
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public URI address() {
    var port = PORT.matcher(log());
    if (!port.find()) {
      throw new IllegalStateException("no port in " + log);
    }
    return URI.create("http://127.0.0.1:" + port.group(1));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
