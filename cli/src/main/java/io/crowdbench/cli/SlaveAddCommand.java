package io.crowdbench.cli;

import io.crowdbench.api.SlaveRegistration;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crowdbench slaves add`.
@Command(
    name = "add",
    description =
        "Registers a slave. Its password is read from CROWDBENCH_SLAVE_PASSWORD, or asked for.")
final class SlaveAddCommand implements Callable<Integer> {

  @Mixin private ServerOption server = new ServerOption();
  @Mixin private JumpOption jump = new JumpOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "What people call it.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "USER@HOST[:PORT]", description = "Its SSH login.")
  private String login = "";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Private key to log in with, instead of a password.")
  private @Nullable Path key;

  @Option(
      names = "--passphrase",
      description =
          "The key has a passphrase, which is read from CROWDBENCH_SLAVE_PASSPHRASE, or asked for.")
  private boolean passphrase;

  @Option(
      names = "--folder",
      description = "Where the agent is installed; default: .crowdbench in the login's home.")
  private @Nullable String folder;

  @Option(
      names = "--host-key",
      paramLabel = "SHA256:…",
      description = "Fingerprint the host must show; default: that of the first connection.")
  private @Nullable String hostKey;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "A group it is in; may be repeated.")
  private List<String> labels = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var address = SshLogin.parse(login);
    var registration =
        new SlaveRegistration(
            name,
            address.host(),
            address.port(),
            address.user(),
            key == null ? SlaveSecrets.password(address.user() + "@" + address.host()) : null,
            key == null ? null : SlaveSecrets.key(key),
            key == null ? null : SlaveSecrets.passphrase(passphrase),
            folder,
            hostKey,
            labels,
            jump.get());
    var slave = server.slaves().register(registration).orThrow();
    var out = spec.commandLine().getOut();
    out.println("Added slave " + slave.name() + " at " + slave.address() + ".");
    out.println("Next: crowdbench slaves install " + slave.name());
    return 0;
  }
}
