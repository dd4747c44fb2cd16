package io.crowdbench.provisioner.ssh;

import java.time.Duration;

/// How long a host may take.
///
/// @param connect to answer at all
/// @param keepAlive after so long the host is asked whether it is there, again and again: one whose
///   network went away is noticed, instead of waited for until TCP gives up. What is being copied
///   delays the answers.
public record Patience(Duration connect, Duration keepAlive) {

  /// For work that ends.
  public static final Patience FOR_WORK =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(5));

  /// For a session that stays, and has to be there again soon after it has broken.
  public static final Patience TO_STAY = new Patience(Duration.ofSeconds(4), Duration.ofSeconds(2));
}
