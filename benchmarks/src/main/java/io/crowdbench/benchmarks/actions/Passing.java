package io.crowdbench.benchmarks.actions;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import java.time.Duration;

/// A user whose connection is closed after each page, as many sites do with those who think.
public final class Passing implements Action {

  @Override
  public void run(User user) {
    user.get("/", r -> r.header("Connection", "close")).expectStatus(200);
    user.think(Duration.ofSeconds(10), Duration.ofSeconds(30));
  }
}
