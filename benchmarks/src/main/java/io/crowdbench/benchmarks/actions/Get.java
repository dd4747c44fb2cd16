package io.crowdbench.benchmarks.actions;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;

/// What a user of Crowdbench would write for a GET with a check.
public final class Get implements Action {

  @Override
  public void run(User user) {
    user.get("/").expectStatus(200);
  }
}
