package io.crowdbench.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.results.store.Folds.Fold;
import io.crowdbench.results.store.Pieces.Piece;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PiecesTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /// Whatever is folded, a window is covered once, by blocks that are whole and begin where such
  /// blocks begin.
  @ParameterizedTest
  @MethodSource("seeds")
  void coverAWindowOnce(long seed) {
    var random = new Random(seed);
    var slaves = random.nextBoolean();
    var whole = new HashSet<Fold>();
    for (int level : Levels.of(slaves)) {
      for (int start = 0; level > 1 && start < 2_000; start += level) {
        if (random.nextInt(4) > 0) {
          whole.add(new Fold(slaves, level, start));
        }
      }
    }
    int from = random.nextInt(1_500);
    int to = from + 1 + random.nextInt(1_500);
    int at = from;
    for (var piece : new Pieces(slaves, whole).of(from, to)) {
      assertThat(piece.from()).isEqualTo(at);
      for (int start = piece.from();
          piece.level() > 1 && start < piece.to();
          start += piece.level()) {
        assertThat(whole).contains(new Fold(slaves, piece.level(), start));
      }
      at = piece.to();
    }
    assertThat(at).isEqualTo(to);
  }

  @Test
  void areAsFewAsThereCanBe() {
    var whole =
        Set.of(
            new Fold(false, 10, 50),
            new Fold(false, 60, 60),
            new Fold(false, 60, 120),
            new Fold(false, 10, 180));

    assertThat(new Pieces(false, whole).of(48, 192))
        .containsExactly(
            new Piece(1, 48, 50),
            new Piece(10, 50, 60),
            new Piece(60, 60, 180),
            new Piece(10, 180, 190),
            new Piece(1, 190, 192));
  }
}
