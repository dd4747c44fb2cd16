package io.crowdbench.provisioner.check;

import io.crowdbench.provisioner.slave.Slave;
import io.crowdbench.provisioner.slave.SlaveRegistry;
import org.springframework.stereotype.Component;

/// Whose agent is in the folder already.
@Component
class AgentLine {

  private final SlaveRegistry register;

  AgentLine(SlaveRegistry register) {
    this.register = register;
  }

  void add(CheckReport report, Slave slave, Survey.FoundAgent found, String folder) {
    var other =
        found.slave().equals(slave.id()) || found.slave().isEmpty()
            ? null
            : register.find(found.slave()).orElse(null);
    if (other != null) {
      report.failed(
          Item.AGENT,
          "that of slave " + other.name(),
          "Folder %s on %s is that of slave %s (%s), which is the same machine."
              .formatted(folder, slave.address(), other.name(), other.address()),
          "Remove one of the two, or give this one another folder: two agents in one would stop each other.");
    } else if (!found.runs()) {
      report.ok(Item.AGENT, "none runs");
    } else if (!found.slave().equals(slave.id())) {
      report.warning(
          Item.AGENT,
          "one that is not known here runs",
          "An agent of another Crowdbench, or of an earlier registration, runs in folder %s. Installing stops it; give the slave another folder if it is in use."
              .formatted(folder));
    } else if (found.epoch() != slave.epoch()) {
      report.warning(
          Item.AGENT,
          "an older one runs",
          "An agent of an earlier start runs there (%d; the latest is %d). Install again, which stops it."
              .formatted(found.epoch(), slave.epoch()));
    } else {
      report.ok(Item.AGENT, "runs");
    }
  }
}
