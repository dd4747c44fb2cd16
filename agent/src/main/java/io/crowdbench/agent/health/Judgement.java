package io.crowdbench.agent.health;

import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.Overload;
import io.crowdbench.messages.sample.Overload.Limit;
import io.crowdbench.messages.sample.RunnerHealth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says of a second whether the slave was at a limit of its own in it.
///
/// The limits are where what is measured begins to be the slave's doing: beyond 90 % a processor's
/// queue grows quickly; the times are what would spoil a latency of some tens of milliseconds.
public final class Judgement {

  static final double BUSY = 0.9;
  static final double STOLEN = 0.05;
  static final long LONG_PAUSE_MILLIS = 100;
  static final long LATE_WAKING_MICROS = 50_000;
  static final long LATE_SENDING_MICROS = 10_000;
  static final double NEARLY_ALL = 0.9;

  private Judgement() {}

  /// @param unsent operations that the slave was not able to send
  public static List<Overload> of(RunnerHealth health, Dropped dropped, long unsent) {
    var overloads = new ArrayList<Overload>();
    if (health.systemCpuLoad() >= BUSY) {
      add(
          overloads,
          Limit.PROCESSOR,
          "the slave's processors were %.0f %% busy",
          health.systemCpuLoad() * 100);
    }
    var stolen = health.stolenShare();
    if (stolen != null && stolen >= STOLEN) {
      add(
          overloads,
          Limit.HOST,
          "the slave's host kept %.0f %% of its processors' time for others (steal); take a slave with processors of its own",
          stolen * 100);
    }
    if (health.gcPauseMillis() >= LONG_PAUSE_MILLIS) {
      add(
          overloads,
          Limit.MEMORY,
          "collecting garbage held all users up for %d ms; give the runner more memory",
          health.gcPauseMillis());
    }
    if (health.latenessMicros() >= LATE_WAKING_MICROS) {
      add(
          overloads,
          Limit.WAKING,
          "users woke up to %.0f ms too late: their threads waited for a processor",
          health.latenessMicros() / 1_000.0);
    }
    var lateness = health.sendLatenessMicros();
    if (lateness != null && lateness >= LATE_SENDING_MICROS) {
      add(
          overloads,
          Limit.SENDING,
          "scheduled passes began up to %.0f ms too late (99 of 100)",
          lateness / 1_000.0);
    }
    if (nearlyAll(health.openFiles(), health.mostOpenFiles())) {
      add(
          overloads,
          Limit.FILES,
          "the runner had %,d of %,d files and connections open; raise the slave's limit (ulimit -n)",
          health.openFiles(),
          health.mostOpenFiles());
    }
    var ports = health.ports();
    if (ports != null && nearlyAll(ports, health.mostPorts())) {
      add(
          overloads,
          Limit.PORTS,
          "%,d of the slave's %,d local ports were in use; keep connections alive or take more slaves",
          ports,
          health.mostPorts());
    }
    if (unsent > 0) {
      add(
          overloads,
          Limit.DROPPED,
          "%,d requests could not be sent, for lack of files or ports: see the errors",
          unsent);
    }
    addDropped(overloads, dropped);
    return overloads;
  }

  private static void addDropped(List<Overload> overloads, Dropped dropped) {
    if (dropped.debugLines() > 0) {
      add(overloads, Limit.DROPPED, "%,d debug lines were not kept", dropped.debugLines());
    }
    if (dropped.arrivals() > 0) {
      add(
          overloads,
          Limit.DROPPED,
          "%,d users who were to arrive were not started: as many as may be were there; raise maxUsers or add user ids",
          dropped.arrivals());
    }
  }

  private static boolean nearlyAll(long used, @Nullable Long most) {
    return most != null && most > 0 && used >= most * NEARLY_ALL;
  }

  private static void add(
      List<Overload> overloads, Limit limit, String sentence, @Nullable Object... figures) {
    overloads.add(new Overload(limit, sentence.formatted(figures)));
  }
}
