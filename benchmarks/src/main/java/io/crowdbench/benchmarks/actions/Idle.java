package io.crowdbench.benchmarks.actions;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import java.time.Duration;

/// A user who looks at a page and thinks for a while, its connection kept.
public final class Idle implements Action {

  @Override
  public void run(User user) {
    user.get("/").expectStatus(200);
    user.think(Duration.ofSeconds(10), Duration.ofSeconds(30));
  }
}
