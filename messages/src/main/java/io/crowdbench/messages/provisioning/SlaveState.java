package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import java.util.List;

/// All that may be known of a slave outside the provisioner; never a password or a key.
///
/// @param id the slave's id
/// @param name what people call it, unique
/// @param host address it is reached at over SSH
/// @param port port it is reached at over SSH
/// @param stage how far it has come
/// @param epoch number of the latest start of its agent; 0 before the first
/// @param problems what went wrong last, one sentence each; empty when nothing did
public record SlaveState(
    String id,
    String name,
    String host,
    int port,
    SlaveStage stage,
    long epoch,
    List<String> problems) {

  public SlaveState {
    field(id, "id");
    field(name, "name");
    field(host, "host");
    field(stage, "stage");
    problems = list(problems);
  }
}
