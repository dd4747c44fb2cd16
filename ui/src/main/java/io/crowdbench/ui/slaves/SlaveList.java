package io.crowdbench.ui.slaves;

import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.provisioning.SlaveEvent;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The slaves as a page knows them: what was answered, kept up to date by what is told.
public final class SlaveList {

  private final Map<String, SlaveView> rows = new HashMap<>();
  private final Map<String, AgentHeartbeat> heartbeats = new HashMap<>();

  public static boolean wants(Message message) {
    return message instanceof SlaveEvent || message instanceof AgentHeartbeat;
  }

  public void replace(List<SlaveView> slaves) {
    rows.clear();
    slaves.forEach(slave -> rows.put(slave.id(), slave));
  }

  /// Takes a slave as it is now.
  public void put(SlaveView slave) {
    rows.put(slave.id(), slave);
  }

  public void take(Message message) {
    switch (message) {
      case SlaveRemoved removed -> rows.remove(removed.slave().id());
      case SlaveEvent event -> rows.compute(event.slave().id(), (_, known) -> after(known, event));
      case AgentHeartbeat heartbeat -> heartbeats.put(heartbeat.slave(), heartbeat);
      default -> {
        // Not about slaves.
      }
    }
  }

  /// By name.
  public List<SlaveView> slaves() {
    return rows.values().stream().sorted(Comparator.comparing(SlaveView::name)).toList();
  }

  /// What the agent of a slave said last, since the page was opened.
  public Optional<AgentHeartbeat> heartbeat(String slave) {
    return Optional.ofNullable(heartbeats.get(slave));
  }

  /// What an event tells replaces what was known; the rest stays until it is asked again.
  private static SlaveView after(@Nullable SlaveView known, SlaveEvent event) {
    var now = event.slave();
    return new SlaveView(
        now.id(),
        now.name(),
        now.host(),
        now.port(),
        known == null ? "" : known.user(),
        known == null ? "" : known.login(),
        known == null ? "" : known.folder(),
        known == null ? null : known.hostKey(),
        now.stage(),
        now.epoch(),
        now.problems(),
        known == null ? List.of() : known.labels(),
        known == null ? null : known.jump(),
        known == null ? null : known.newHostKey(),
        known != null && known.tunnelled(),
        known == null ? List.of() : known.checks(),
        known == null ? null : known.checkedAt(),
        known == null ? null : known.facts(),
        known == null ? null : known.lastSeen());
  }
}
