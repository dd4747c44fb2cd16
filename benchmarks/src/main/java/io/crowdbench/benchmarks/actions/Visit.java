package io.crowdbench.benchmarks.actions;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;

/// What a user of Crowdbench would write for a page with all it embeds.
public final class Visit implements Action {

  @Override
  public void run(User user) {
    user.visit("/page/").expectStatus(200);
  }
}
