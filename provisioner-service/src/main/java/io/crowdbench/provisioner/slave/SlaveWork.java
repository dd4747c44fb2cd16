package io.crowdbench.provisioner.slave;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// What is being done on slaves: on one slave one thing after the other in the order it was asked
/// for, on many slaves at once.
@Component
public class SlaveWork {

  private static final Logger log = LoggerFactory.getLogger(SlaveWork.class);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slave-", 0).factory());

  /// The last thing asked for on each slave that has something to do.
  private final ConcurrentHashMap<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /// Does it as soon as all that was asked for before is done.
  public void start(String slave, Runnable task) {
    var _ = append(slave, task);
  }

  /// Does it likewise, and returns when it is done.
  public void finish(String slave, Runnable task) {
    append(slave, task).join();
  }

  private CompletableFuture<Void> append(String slave, Runnable task) {
    var mine =
        last.compute(
            slave,
            (_, before) ->
                before == null
                    ? CompletableFuture.runAsync(() -> run(slave, task), threads)
                    : before.thenRunAsync(() -> run(slave, task), threads));
    var _ = mine.whenComplete((_, _) -> last.remove(slave, mine));
    return mine;
  }

  /// Whether something is being done on the slave, or waits to be.
  public boolean isBusy(String slave) {
    var task = last.get(slave);
    return task != null && !task.isDone();
  }

  private static void run(String slave, Runnable task) {
    try (var _ = MDC.putCloseable("slave", slave)) {
      task.run();
    } catch (RuntimeException e) {
      log.error("What was done on slave {} broke", slave, e);
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
