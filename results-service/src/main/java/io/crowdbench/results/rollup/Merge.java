package io.crowdbench.results.rollup;

import io.crowdbench.results.store.Blocks;
import io.crowdbench.results.store.Blocks.Block;
import io.crowdbench.results.store.Due;
import io.crowdbench.results.store.Folds;
import io.crowdbench.results.store.Measurements;
import io.crowdbench.results.store.Parts;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the parts of a run's seconds together. Nothing is kept in memory but a guess at how many
/// slaves send: any instance may go on where another one stopped.
@Component
class Merge {

  /// How long a second waits for slaves that sent the second before. One that comes later is merged
  /// into what is there, and the second is published again.
  private static final long GRACE_MILLIS = 800;

  /// So many at a time: each takes room while it is added up, and many may have waited.
  private static final int MAX_SECONDS = 20;

  private final Parts parts;
  private final Blocks blocks;
  private final Folds folds;
  private final Due due;
  private final TransactionTemplate transaction;
  private final Map<Integer, Integer> slaves = new ConcurrentHashMap<>();

  Merge(Parts parts, Blocks blocks, Folds folds, Due due, PlatformTransactionManager transactions) {
    this.parts = parts;
    this.blocks = blocks;
    this.folds = folds;
    this.due = due;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Merges the seconds of the run that are ready; false if there may be more.
  boolean merge(int run) {
    var waiting = parts.waiting(run);
    int expected = slaves.getOrDefault(run, 1);
    var ready =
        waiting.stream()
            .filter(it -> it.slaves() >= expected || it.ageMillis() >= GRACE_MILLIS)
            .map(Parts.Waiting::second)
            .limit(MAX_SECONDS)
            .toList();
    if (!ready.isEmpty()) {
      transaction.executeWithoutResult(_ -> merge(run, ready));
    }
    return ready.size() < MAX_SECONDS;
  }

  private void merge(int run, Collection<Integer> ready) {
    Map<Integer, Measurements> merged = parts.take(run, ready);
    if (merged.isEmpty()) {
      return;
    }
    blocks
        .seconds(run, merged.keySet())
        .forEach((second, body) -> {
          var sum = merged.get(second);
          if (sum != null) {
            sum.addBeside(body);
          }
        });
    blocks.save(
        run,
        1,
        merged.entrySet().stream()
            .map(it -> new Block(Blocks.ALL, it.getKey(), it.getValue().toBytes()))
            .toList());
    folds.open(run, false, merged.keySet());
    due.add(run, Due.What.SECOND, merged.keySet());
    merged.values().forEach(second -> slaves.put(run, second.slaves()));
  }

  /// Nothing more is expected of the run.
  void forget(int run) {
    slaves.remove(run);
  }
}
