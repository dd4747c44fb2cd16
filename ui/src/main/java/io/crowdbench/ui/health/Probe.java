package io.crowdbench.ui.health;

import org.jspecify.annotations.Nullable;

/// Looks whether a part of the system is up. Takes a few seconds at most.
interface Probe {

  /// What people call it.
  String name();

  /// What it is good for, as it reads behind "Meanwhile".
  String meanwhile();

  /// What came back instead of a sign of life; null if it is up.
  @Nullable String problem() throws InterruptedException;
}
