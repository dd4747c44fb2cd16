package io.crowdbench.localstack.faults;

import java.time.Duration;

/// A part of the stack that runs in processes of its own, so that it can be taken away alone.
interface Part {

  /// Returns when it serves.
  void start();

  boolean isAlive();

  /// At once and without a word to anybody; returns when it is gone.
  void kill();

  /// It stands still and its connections stay open, as on a machine that swaps or is suspended.
  void pause();

  /// Goes on after [#pause]; nothing happens if it was not paused.
  void resume();

  /// Dead for so long, then there again.
  default void killFor(Duration time) {
    kill();
    Signals.pass(time);
    start();
  }

  /// Standing still for so long.
  default void pauseFor(Duration time) {
    pause();
    Signals.pass(time);
    resume();
  }

  /// Whatever was done to it, it serves.
  default void heal() {
    if (isAlive()) {
      resume();
    } else {
      start();
    }
  }
}
