package io.crowdbench.agent.eventloop;

/// What all event loops look at with each turn, and until when none of them may rest.
final class DueWork {

  private static final Runnable NONE = () -> {};

  private static volatile Runnable look = NONE;

  private static volatile long awakeUntil = System.nanoTime();

  private DueWork() {}

  /// @param each short, for any thread; in place of what was to be looked at before
  static void atEachTurn(Runnable each) {
    look = each;
  }

  static void clear() {
    look = NONE;
  }

  /// @param instant as of `System.nanoTime`
  static void stayAwakeUntil(long instant) {
    awakeUntil = instant;
  }

  static void turn() {
    look.run();
  }

  static boolean mayRest(long now) {
    return now - awakeUntil >= 0;
  }
}
