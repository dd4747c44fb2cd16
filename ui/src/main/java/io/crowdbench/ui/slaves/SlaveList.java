package io.crowdbench.ui.slaves;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The slaves as a page knows them: what was answered, kept up to date by what is told.
public final class SlaveList {

  private final Map<String, SlaveRow> rows = new HashMap<>();
  private final Map<String, AgentHeartbeat> heartbeats = new HashMap<>();

  public static boolean wants(Message message) {
    return message instanceof SlaveEvent || message instanceof AgentHeartbeat;
  }

  public void replace(List<SlaveRow> slaves) {
    rows.clear();
    slaves.forEach(slave -> rows.put(slave.id(), slave));
  }

  public void take(Message message) {
    switch (message) {
      case SlaveRemoved removed -> rows.remove(removed.slave().id());
      case SlaveEvent event -> rows.put(event.slave().id(), SlaveRow.of(event.slave()));
      case AgentHeartbeat heartbeat -> heartbeats.put(heartbeat.slave(), heartbeat);
      default -> {
        // Not about slaves.
      }
    }
  }

  /// By name.
  public List<SlaveRow> slaves() {
    return rows.values().stream().sorted(Comparator.comparing(SlaveRow::name)).toList();
  }

  /// What the agent of a slave said last, since the page was opened.
  Optional<AgentHeartbeat> heartbeat(String slave) {
    return Optional.ofNullable(heartbeats.get(slave));
  }
}
