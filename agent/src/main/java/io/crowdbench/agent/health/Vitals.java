package io.crowdbench.agent.health;

import com.sun.management.OperatingSystemMXBean;
import io.crowdbench.agent.eventloop.EventLoops;
import io.crowdbench.messages.sample.RunnerHealth;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Takes this process's pulse.
public final class Vitals {

  private static final Duration BEAT = Duration.ofMillis(10);

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final AtomicLong latenessNanos = new AtomicLong();
  private final Limits limits = new Limits();
  private final StolenTime stolen = new StolenTime();
  private long gcMillis = gcTotal();

  /// Starts threads as users have, one for each event loop, that sleep a little, again and again:
  /// by as much as they wake too late, so much later do users act than they meant to.
  public void startBeating() {
    EventLoops.threadsOnEach().forEach(each -> each.name("lateness").start(this::beat));
  }

  private void beat() {
    while (true) {
      try {
        latenessNanos.accumulateAndGet(EventLoops.doze(BEAT), Math::max);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// How it went since the last call.
  ///
  /// @param sendLatenessMicros by how much 99 of 100 scheduled passes began too late at most; null
  ///   where nothing was scheduled
  public RunnerHealth take(@Nullable Long sendLatenessMicros) {
    var gc = gcTotal();
    var pause = gc - gcMillis;
    gcMillis = gc;
    return new RunnerHealth(
        system.getProcessCpuLoad(),
        system.getCpuLoad(),
        pause,
        latenessNanos.getAndSet(0) / 1_000,
        heapUsed(),
        limits.openFiles(),
        limits.mostOpenFiles(),
        limits.portsInUse(),
        limits.mostPortsGivenOut(),
        sendLatenessMicros,
        stolen.take());
  }

  /// Share of the machine's processors in use by all, 0 to 1; negative if unknown.
  public double cpuLoad() {
    return system.getCpuLoad();
  }

  public long heapUsed() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long gcTotal() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(time -> time > 0)
        .sum();
  }
}
