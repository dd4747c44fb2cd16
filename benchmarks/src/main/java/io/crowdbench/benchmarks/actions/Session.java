package io.crowdbench.benchmarks.actions;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;

/// The same as [Get] by a user who has a session, and so sends a cookie along.
public final class Session implements Action {

  @Override
  public void begin(User user) {
    user.get("/session").expectStatus(204);
  }

  @Override
  public void run(User user) {
    user.get("/").expectStatus(200);
  }
}
