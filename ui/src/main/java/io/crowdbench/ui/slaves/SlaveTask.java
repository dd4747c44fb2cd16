package io.crowdbench.ui.slaves;

import io.crowdbench.api.Result;
import io.crowdbench.ui.base.Format;
import org.jspecify.annotations.Nullable;

/// What can be done with a slave by one click.
public enum SlaveTask {
  CHECK("Check", null),
  DEPLOY("Install and start", null),
  STOP(
      "Stop",
      "The agent is ended, and what is installed stays. A run that is under way there goes on without it, or fails, as its plan says."),
  UNINSTALL(
      "Uninstall",
      "The agent is ended, and everything that Crowdbench has put on the machine is deleted. The slave stays in the list."),
  REMOVE(
      "Remove",
      "The agent is ended, and the slave is forgotten with its password or key. What is installed on the machine stays there: uninstall first if nothing is to be left behind.");

  private final String label;
  private final @Nullable String consequence;

  SlaveTask(String label, @Nullable String consequence) {
    this.label = label;
    this.consequence = consequence;
  }

  /// What its button says.
  public String label() {
    return label;
  }

  /// What comes of it, for what is asked about twice; null for what does no harm.
  @Nullable String consequence() {
    return consequence;
  }

  /// For ids of buttons.
  String id() {
    return Format.word(this);
  }

  Result<Boolean> on(String slave, Slaves slaves) {
    return switch (this) {
      case CHECK -> slaves.check(slave);
      case DEPLOY -> slaves.deploy(slave);
      case STOP -> slaves.stop(slave);
      case UNINSTALL -> slaves.uninstall(slave);
      case REMOVE -> slaves.remove(slave);
    };
  }

  /// What is said once it was asked for.
  String asked(String whom) {
    return switch (this) {
      case CHECK -> "Checking " + whom + ".";
      case DEPLOY -> "Installing and starting " + whom + ".";
      case STOP -> "Stopping " + whom + ".";
      case UNINSTALL -> "Uninstalling from " + whom + ".";
      case REMOVE -> "Removed " + whom + ".";
    };
  }
}
