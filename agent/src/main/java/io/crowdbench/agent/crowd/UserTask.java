package io.crowdbench.agent.crowd;

import org.jspecify.annotations.Nullable;

/// Who lives on a virtual thread of its own.
interface UserTask extends Runnable {

  /// What it is at; null before it has begun. Any thread.
  @Nullable ActionInstance life();
}
