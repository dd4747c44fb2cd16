package io.crowdbench.provisioner.slave;

import io.crowdbench.provisioner.ssh.Attempt;
import io.crowdbench.provisioner.ssh.Credential;
import io.crowdbench.provisioner.ssh.Login;
import io.crowdbench.provisioner.ssh.Patience;
import io.crowdbench.provisioner.ssh.SshHosts;
import org.springframework.stereotype.Component;

/// Connects to a slave: unseals its secret, and keeps the host key it shows at first sight.
@Component
public class SlaveConnector {

  private final SshHosts hosts;
  private final Vault vault;
  private final SlaveRegistry register;

  SlaveConnector(SshHosts hosts, Vault vault, SlaveRegistry register) {
    this.hosts = hosts;
    this.vault = vault;
    this.register = register;
  }

  /// Connects and logs in; the caller closes what is open then.
  public Attempt open(Slave slave) {
    return open(slave, Patience.FOR_WORK);
  }

  /// The same for a session that is kept open.
  public Attempt openToStay(Slave slave) {
    return open(slave, Patience.TO_STAY);
  }

  private Attempt open(Slave slave, Patience patience) {
    Credential credential;
    try {
      credential = credential(slave);
    } catch (Vault.CannotOpen e) {
      return new Attempt.Failed(
          "Could not log in to %s: its password or key was sealed with another key than this service has. Put the old secret.key back, or take the slave out and register it again."
              .formatted(slave.address()));
    }
    var login = new Login(slave.host(), slave.port(), slave.login(), credential, slave.hostKey());
    var attempt = hosts.connect(login, patience);
    if (attempt instanceof Attempt.Connected(_, var shown) && slave.hostKey() == null) {
      register.change(slave.id(), now -> now.knownBy(shown));
    }
    return attempt;
  }

  private Credential credential(Slave slave) throws Vault.CannotOpen {
    var secret = vault.open(slave.id(), slave.secretSealed());
    return switch (slave.secretKind()) {
      case PASSWORD -> new Credential.Password(secret);
      case PRIVATE_KEY -> new Credential.PrivateKey(secret);
    };
  }
}
