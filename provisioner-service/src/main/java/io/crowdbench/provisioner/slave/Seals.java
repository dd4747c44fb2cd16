package io.crowdbench.provisioner.slave;

import io.crowdbench.provisioner.ssh.Credential;
import io.crowdbench.provisioner.ssh.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns ways into machines with open secrets into such with sealed ones, and back. The jump host's
/// secret is sealed for it, so that it can't be put in the slave's place.
@Component
class Seals {

  private final Vault vault;

  Seals(Vault vault) {
    this.vault = vault;
  }

  SshAccess sealed(String slave, Door door) {
    return sealed(slave, door, null);
  }

  @Nullable SshAccess sealedJump(String slave, @Nullable Door door, @Nullable SshAccess known) {
    return door == null ? null : sealed(jump(slave), door, known);
  }

  /// @param known whose secret stays where none is given
  SshAccess sealed(String owner, Door door, @Nullable SshAccess known) {
    var key = door.hostKey().isEmpty() ? null : door.hostKey();
    var stillNew =
        known != null
                && door.leadsTo(known)
                && known.hostKey() != null
                && known.hostKey().equals(key)
            ? known.newHostKey()
            : null;
    if (known != null && !door.secret().isGiven()) {
      return new SshAccess(
          door.host(),
          door.port(),
          door.user(),
          known.secretKind(),
          known.secretSealed(),
          known.passphraseSealed(),
          key,
          stillNew);
    }
    var secret = door.secret();
    return new SshAccess(
        door.host(),
        door.port(),
        door.user(),
        secret.kind(),
        vault.seal(owner, secret.text()),
        secret.privateKey().isEmpty() || secret.passphrase().isEmpty()
            ? null
            : vault.seal(owner, secret.passphrase()),
        key,
        stillNew);
  }

  Login login(Slave slave) throws Vault.CannotOpen {
    var jump = slave.jump();
    return login(
        slave.id(), slave.ssh(), jump == null ? null : login(jump(slave.id()), jump, null));
  }

  private Login login(String owner, SshAccess access, @Nullable Login jump)
      throws Vault.CannotOpen {
    return new Login(
        access.host(),
        access.port(),
        access.login(),
        credential(owner, access),
        access.hostKey(),
        jump);
  }

  private Credential credential(String owner, SshAccess access) throws Vault.CannotOpen {
    var secret = vault.open(owner, access.secretSealed());
    var passphrase = access.passphraseSealed();
    return switch (access.secretKind()) {
      case PASSWORD -> new Credential.Password(secret);
      case PRIVATE_KEY ->
          new Credential.PrivateKey(
              secret, passphrase == null ? "" : vault.open(owner, passphrase));
    };
  }

  private static String jump(String slave) {
    return slave + "/jump";
  }
}
