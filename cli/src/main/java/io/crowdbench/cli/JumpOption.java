package io.crowdbench.cli;

import io.crowdbench.api.JumpHost;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The host to go through.
final class JumpOption {

  @Option(
      names = "--jump",
      paramLabel = "USER@HOST[:PORT]",
      description =
          "Host to go through. Its password is read from CROWDBENCH_JUMP_PASSWORD, or asked for.")
  private @Nullable String jump;

  @Option(
      names = "--jump-key",
      paramLabel = "FILE",
      description = "Private key for the jump host, instead of a password.")
  private @Nullable Path jumpKey;

  /// @return null if none is given
  @Nullable JumpHost get() {
    return jump == null ? null : withSecret(SshLogin.parse(jump));
  }

  boolean hasKey() {
    return jumpKey != null;
  }

  JumpHost withSecret(SshLogin login) {
    return new JumpHost(
        login.host(),
        login.port(),
        login.user(),
        jumpKey == null ? SlaveSecrets.jumpPassword(login.user() + "@" + login.host()) : null,
        jumpKey == null ? null : SlaveSecrets.key(jumpKey),
        null);
  }
}
