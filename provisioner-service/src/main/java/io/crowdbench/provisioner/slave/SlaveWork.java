package io.crowdbench.provisioner.slave;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// What is being done on slaves: on one slave one thing after the other in the order it was asked
/// for, on many slaves at once, but on so many only that each gets on: a thousand logins and copies
/// side by side would run into their timeouts.
@Component
public class SlaveWork {

  private static final Logger log = LoggerFactory.getLogger(SlaveWork.class);

  /// Things that are done at the same time, on different slaves.
  static final int MAX_AT_ONCE = 32;

  /// What people ask for, such as a deployment, which takes its time.
  private final Semaphore people = new Semaphore(MAX_AT_ONCE, true);

  /// What runs ask for, which must not wait for all that.
  private final Semaphore runs = new Semaphore(MAX_AT_ONCE, true);

  /// What runs asked for and is not done.
  private final Set<Asked> asked = ConcurrentHashMap.newKeySet();

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slave-", 0).factory());

  /// The last thing asked for on each slave that has something to do.
  private final ConcurrentHashMap<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  private record Asked(String slave, Object what) {}

  /// Does it as soon as all that was asked for before is done.
  public void start(String slave, Runnable task) {
    var _ = append(slave, people, task);
  }

  /// Does what a run asks for likewise. Asked for again before it is done, it is done once: runs
  /// repeat what they were not answered, and the answer is on its way.
  ///
  /// @param what equal for what is the same
  public void startForRun(String slave, Object what, Runnable task) {
    var mine = new Asked(slave, what);
    if (asked.add(mine)) {
      var _ = append(slave, runs, task).whenComplete((_, _) -> asked.remove(mine));
    }
  }

  /// Does it likewise, and returns when it is done.
  public void finish(String slave, Runnable task) {
    append(slave, people, task).join();
  }

  private CompletableFuture<Void> append(String slave, Semaphore turns, Runnable task) {
    var mine =
        last.compute(
            slave,
            (_, before) ->
                before == null
                    ? CompletableFuture.runAsync(() -> run(slave, turns, task), threads)
                    : before.thenRunAsync(() -> run(slave, turns, task), threads));
    var _ = mine.whenComplete((_, _) -> last.remove(slave, mine));
    return mine;
  }

  /// Whether something is being done on the slave, or waits to be.
  public boolean isBusy(String slave) {
    var task = last.get(slave);
    return task != null && !task.isDone();
  }

  private static void run(String slave, Semaphore turns, Runnable task) {
    try (var _ = MDC.putCloseable("slave", slave)) {
      turns.acquire();
      try {
        task.run();
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      // The service ends.
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("What was done on slave {} broke", slave, e);
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
