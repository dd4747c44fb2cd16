package io.crowdbench.results.rollup;

import io.crowdbench.results.store.Parts;
import io.crowdbench.results.store.RunLocks;
import io.crowdbench.results.store.StoredRun;
import io.crowdbench.results.store.StoredRuns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Merges and publishes, run by run, on a thread of its own: soon after samples were taken in here,
/// and now and then for what other instances took in.
@Component
public class Merger implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Merger.class);
  private static final int MAX_KNOWN = 100;
  private static final int PAUSE_MILLIS = 200;
  private static final int PAUSE_AFTER_FAILURE_MILLIS = 1_000;

  private final Parts parts;
  private final Merge merge;
  private final Publishing publishing;
  private final StoredRuns runs;
  private final RunLocks locks;
  private final Semaphore wake = new Semaphore(0);
  private final Map<Integer, StoredRun> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, StoredRun> eldest) {
          return size() > MAX_KNOWN;
        }
      };
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  Merger(Parts parts, Merge merge, Publishing publishing, StoredRuns runs, RunLocks locks) {
    this.parts = parts;
    this.merge = merge;
    this.publishing = publishing;
    this.runs = runs;
    this.locks = locks;
  }

  /// Samples were taken in.
  public void wake() {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("merger").start(this::work);
  }

  private void work() {
    while (running) {
      int pause = PAUSE_MILLIS;
      try {
        parts.runs().forEach(this::work);
      } catch (RuntimeException e) {
        if (running) {
          log.warn("Could not merge; it is tried again", e);
        }
        pause = PAUSE_AFTER_FAILURE_MILLIS;
      }
      rest(pause);
    }
  }

  private void work(int number) {
    locks.tryWith(
        RunLocks.Work.MERGE,
        number,
        () -> {
          if (!merge.merge(number)) {
            wake();
          }
          var run = known.get(number);
          if (run == null) {
            run = runs.find(number).orElse(null);
          }
          if (run != null) {
            known.put(number, run);
            publishing.publish(run);
          }
        });
  }

  private void rest(int millis) {
    try {
      var _ = wake.tryAcquire(millis, TimeUnit.MILLISECONDS);
      wake.drainPermits();
    } catch (InterruptedException e) {
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    wake.release();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
