package io.crowdbench.ui.slaves.remedy;

import io.crowdbench.api.SlaveView;
import java.util.List;

/// What a button can do about the state a slave is in.
enum Remedy {
  ACCEPT_KEY("Accept the new key …"),
  DEPLOY("Install and start"),
  DEPLOY_AGAIN("Install again"),
  START_AGAIN("Start again"),
  EDIT("Edit …");

  private final String label;

  Remedy(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// The likeliest first; none for a slave that is ready, or on its way there.
  static List<Remedy> of(SlaveView slave) {
    if (slave.newHostKey() != null) {
      // Nothing else is possible before.
      return List.of(ACCEPT_KEY, EDIT);
    }
    return switch (slave.stage()) {
      case UNUSABLE -> List.of(DEPLOY_AGAIN, EDIT);
      case LOST -> List.of(START_AGAIN);
      case REGISTERED, CHECKED, INSTALLED, STOPPED -> List.of(DEPLOY);
      case CHECKING, INSTALLING, STARTING, READY -> List.of();
    };
  }
}
