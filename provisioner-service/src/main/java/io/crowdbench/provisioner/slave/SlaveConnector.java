package io.crowdbench.provisioner.slave;

import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.Patience;
import io.crowdbench.provisioner.ssh.Reach;
import io.crowdbench.provisioner.ssh.SshHosts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Connects to a slave: unseals its secret, keeps the host keys that are shown at first sight, and
/// notes one that is shown instead.
@Component
public class SlaveConnector {

  private final SshHosts hosts;
  private final Seals seals;
  private final SlaveRegistry register;

  SlaveConnector(SshHosts hosts, Seals seals, SlaveRegistry register) {
    this.hosts = hosts;
    this.seals = seals;
    this.register = register;
  }

  /// Connects and logs in; the caller closes what is open then.
  public Attempt open(Slave slave) {
    return attempt(reach(slave, Patience.FOR_WORK));
  }

  /// The same for a session that is kept open.
  public Attempt openToStay(Slave slave) {
    return attempt(reach(slave, Patience.TO_STAY));
  }

  /// The same, with all that is known of how far it came.
  public Reach reach(Slave slave) {
    return reach(slave, Patience.FOR_WORK);
  }

  private static Attempt attempt(Reach reach) {
    return switch (reach) {
      case Reach.In in -> new Attempt.Connected(in.host(), in.hostKey());
      case Reach.Stopped stopped -> new Attempt.Failed(stopped.problem());
    };
  }

  private Reach reach(Slave slave, Patience patience) {
    try {
      var reach = hosts.reach(seals.login(slave), patience);
      note(slave, reach);
      return reach;
    } catch (Vault.CannotOpen e) {
      return new Reach.Stopped(
          Reach.By.LOGIN,
          false,
          "Could not log in to %s: its password or key was sealed with another key than this service has. Put the old secret.key back, or give the slave its password or key again."
              .formatted(slave.address()),
          null,
          0,
          0);
    }
  }

  private void note(Slave slave, Reach reach) {
    switch (reach) {
      case Reach.In in -> {
        if (!isKnown(slave.ssh(), in.hostKey()) || !isKnown(slave.jump(), in.jumpHostKey())) {
          register.change(slave.id(), now -> known(slave, now, in));
        }
      }
      case Reach.Stopped stopped -> {
        var shown = stopped.shown();
        if (stopped.by() == Reach.By.HOST_KEY && shown != null) {
          register.change(slave.id(), now -> showing(slave, now, shown, stopped.atJump()));
        }
      }
    }
  }

  private static boolean isKnown(@Nullable SshAccess access, @Nullable String key) {
    return access == null
        || (access.newHostKey() == null && access.hostKey() != null)
        || key == null;
  }

  /// Nothing, where the slave was given another address meanwhile.
  private static Slave known(Slave then, Slave now, Reach.In in) {
    var jump = now.jump();
    var jumpKey = in.jumpHostKey();
    return now.reachedBy(
        same(then.ssh(), now.ssh()) ? now.ssh().knownBy(in.hostKey()) : now.ssh(),
        jump != null && jumpKey != null && same(then.jump(), jump) ? jump.knownBy(jumpKey) : jump);
  }

  private static Slave showing(Slave then, Slave now, String shown, boolean atJump) {
    var jump = now.jump();
    if (!atJump) {
      return same(then.ssh(), now.ssh()) ? now.reachedBy(now.ssh().showing(shown), jump) : now;
    }
    return jump != null && same(then.jump(), jump)
        ? now.reachedBy(now.ssh(), jump.showing(shown))
        : now;
  }

  private static boolean same(@Nullable SshAccess then, SshAccess now) {
    return then != null
        && then.host().equals(now.host())
        && then.port() == now.port()
        && Objects.equals(then.hostKey(), now.hostKey());
  }
}
