package io.crowdbench.agent.runner;

import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.agent.linux.ReceiveTimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The command that starts a runner, with the JVM and the jars of whoever asks.
public final class RunnerJvm {

  /// Stands for what [#heap(String, int)] finds fit.
  public static final String AUTO = "auto";

  private static final int BASE_MEGABYTES = 512;
  private static final int KILOBYTES_PER_USER = 8;

  /// What users wait with must survive in the young generation: once it is in the old one, it is
  /// made anew at each wait.
  private static final int YOUNG_BASE_MEGABYTES = 64;

  private static final int YOUNG_KILOBYTES_PER_USER = 6;
  private static final int MAX_YOUNG_MEGABYTES = 320;
  private static final int OLD_AT_FIRST_MEGABYTES = 32;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([mMgG])");

  private RunnerJvm() {}

  /// The most heap for so many users. Not as much as there is: a heap that may grow is not tidied
  /// up while it grows, and so outgrows the processor's caches; then a request costs half as much
  /// again.
  ///
  /// @param wanted what was set, or [#AUTO]
  /// @return as [#command(String, int)] takes it
  public static String heap(String wanted, int users) {
    return wanted.equals(AUTO)
        ? BASE_MEGABYTES + (long) users * KILOBYTES_PER_USER / 1_024 + "m"
        : wanted;
  }

  /// @param heap the most heap it may take: as the JVM's `-Xmx` wants it, or a part of the
  ///   machine's memory, such as `50%`
  public static List<String> command(String heap, int users) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    // More than a runner's own classes need: growing to it would cost whole collections at the
    // start.
    command.add("-XX:MetaspaceSize=64m");
    // A user is many small objects.
    command.add("-XX:+UseCompactObjectHeaders");
    command.add(
        heap.endsWith("%")
            ? "-XX:MaxRAMPercentage=" + heap.substring(0, heap.length() - 1)
            : "-Xmx" + heap);
    command.addAll(generations(heap, users));
    command.add("-XX:+ExitOnOutOfMemoryError");
    // Its standard output is for reports alone.
    command.add("-XX:+DisplayVMOutputToStderr");
    command.add(EventLoops.JVM_OPTION);
    command.addAll(ReceiveTimes.JVM_OPTIONS);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), RunnerMain.class.getName()));
    return command;
  }

  private static List<String> generations(String heap, int users) {
    var size = SIZE.matcher(heap);
    if (!size.matches()) {
      return List.of("-Xms32m");
    }
    var most = Long.parseLong(size.group(1)) * (size.group(2).equalsIgnoreCase("g") ? 1_024 : 1);
    var wanted = YOUNG_BASE_MEGABYTES + (long) users * YOUNG_KILOBYTES_PER_USER / 1_024;
    var young = Math.max(1, Math.min(Math.min(wanted, MAX_YOUNG_MEGABYTES), most / 3));
    return List.of(
        "-Xms" + Math.min(most, young + OLD_AT_FIRST_MEGABYTES) + "m",
        "-Xmn" + young + "m",
        "-XX:SurvivorRatio=4");
  }
}
