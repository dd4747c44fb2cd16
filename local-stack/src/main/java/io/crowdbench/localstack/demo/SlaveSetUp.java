package io.crowdbench.localstack.demo;

import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import io.crowdbench.api.SlavesApi;
import io.crowdbench.cli.CommandFailed;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Registers slaves that are not known yet and deploys all of them, side by side.
final class SlaveSetUp {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final SlavesApi slaves;
  private final PrintWriter out;

  /// The stage each slave was last seen in.
  private final Map<String, SlaveStage> seen = new HashMap<>();

  SlaveSetUp(SlavesApi slaves, PrintWriter out) {
    this.slaves = slaves;
    this.out = out;
  }

  void makeReady(List<SlaveAddress> wanted) throws InterruptedException {
    var known = slaves.all().orThrow();
    var ids = wanted.stream().map(address -> register(known, address)).toList();
    for (var id : ids) {
      if (!slaves.one(id).orThrow().ready()) {
        slaves.deploy(id).orThrow();
      }
    }
    var _ =
        Waiting.until(
            all -> all.stream().allMatch(SlaveView::ready),
            TIMEOUT,
            "the slaves to get ready",
            () -> ids.stream().map(this::look).toList());
  }

  private String register(List<SlaveView> known, SlaveAddress address) {
    for (var slave : known) {
      if (slave.name().equals(address.name())) {
        if (slave.host().equals(address.host()) && slave.port() == address.port()) {
          return slave.id();
        }
        // The stack was moved to other ports since.
        slaves.remove(slave.id()).orThrow();
      }
    }
    var slave =
        slaves
            .register(
                new SlaveRegistration(
                    address.name(),
                    address.host(),
                    address.port(),
                    address.user(),
                    address.password(),
                    null,
                    null))
            .orThrow();
    out.println("Registered slave " + address);
    out.flush();
    return slave.id();
  }

  private SlaveView look(String id) {
    var slave = slaves.one(id).orThrow();
    if (slave.stage() != seen.put(id, slave.stage())) {
      out.printf("  %s: %s%n", slave.name(), slave.stage().name().toLowerCase(Locale.ROOT));
      out.flush();
    }
    if (slave.stage() == SlaveStage.UNUSABLE) {
      throw new CommandFailed(
          "Slave %s can't be used: %s".formatted(slave.name(), String.join(" ", slave.problems())));
    }
    return slave;
  }
}
