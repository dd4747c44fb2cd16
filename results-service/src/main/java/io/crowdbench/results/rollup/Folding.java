package io.crowdbench.results.rollup;

import io.crowdbench.results.store.Blocks;
import io.crowdbench.results.store.Blocks.Block;
import io.crowdbench.results.store.Folds;
import io.crowdbench.results.store.Folds.Fold;
import io.crowdbench.results.store.Levels;
import io.crowdbench.results.store.Measurements;
import io.crowdbench.results.store.Measurements.Wanted;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Folds seconds into blocks of 10 seconds to an hour, so that a long window is read off few rows.
@Component
class Folding {

  /// Seconds that are younger may still get late records.
  private static final int MARGIN = 10;

  private final Blocks blocks;
  private final Folds folds;
  private final TransactionTemplate transaction;
  private final Measurements sum = new Measurements();

  Folding(Blocks blocks, Folds folds, PlatformTransactionManager transactions) {
    this.blocks = blocks;
    this.folds = folds;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Folds what has become whole. One thread only.
  ///
  /// @param ended nothing more is expected of the run
  void fold(int run, boolean ended) {
    int last = blocks.lastSecond(run, List.of(Blocks.ALL));
    for (var fold : folds.open(run)) {
      if (ended || fold.start() + fold.level() + MARGIN <= last) {
        transaction.executeWithoutResult(_ -> fold(run, fold));
      }
    }
  }

  private void fold(int run, Fold fold) {
    folds.mark(run, fold);
    int below = Levels.below(fold.slaves(), fold.level());
    var made = new Made(run, fold);
    int end = fold.start() + fold.level();
    if (fold.slaves()) {
      blocks.readEach(run, below, fold.start(), end, made::take);
    } else {
      blocks.read(run, below, fold.start(), end, List.of(Blocks.ALL), made::take);
    }
    made.end();
    folds.done(run, fold);
  }

  /// Adds up the rows of one slave after the other.
  private final class Made {

    private final int run;
    private final Fold fold;
    private final List<Block> blocksMade = new ArrayList<>();
    private int slave = -1;

    Made(int run, Fold fold) {
      this.run = run;
      this.fold = fold;
    }

    void take(int of, int start, byte[] body) {
      if (of != slave) {
        finish();
        slave = of;
      }
      sum.addAfter(body, Wanted.ALL);
    }

    private void finish() {
      if (slave >= 0) {
        blocksMade.add(new Block(slave, fold.start(), sum.toBytes()));
      }
      sum.clear();
      if (blocksMade.size() >= 100) {
        save();
      }
    }

    private void save() {
      blocks.save(run, fold.level(), blocksMade);
      blocksMade.clear();
    }

    void end() {
      finish();
      slave = -1;
      save();
    }
  }
}
