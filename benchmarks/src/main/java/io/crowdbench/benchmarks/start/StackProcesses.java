package io.crowdbench.benchmarks.start;

import io.crowdbench.benchmarks.machine.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// All processes that work in a data folder: the command, the stack, its database, agents, runners.
record StackProcesses(List<ProcessHandle> all) {

  static StackProcesses of(Path data) {
    var name = data.toString();
    return new StackProcesses(
        ProcessHandle.allProcesses()
            .filter(process -> commandLine(process.pid()).contains(name))
            // A database's workers name no folder.
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .distinct()
            .toList());
  }

  /// The whole of it: the JDK knows its first 4 kB, which a class path fills.
  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    } catch (IOException e) {
      // It has ended meanwhile.
      return "";
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  double cpuSeconds() {
    return all.stream().mapToDouble(it -> Usage.of(it).cpu().toMillis() / 1e3).sum();
  }

  /// A page that several of them share counts once.
  double bytes() {
    return all.stream().mapToLong(it -> proportionalKilobytes(it.pid())).sum() * 1_024.0;
  }

  private static long proportionalKilobytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // It has ended meanwhile.
      return 0;
    }
  }
}
