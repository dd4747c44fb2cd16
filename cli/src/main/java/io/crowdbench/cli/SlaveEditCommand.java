package io.crowdbench.cli;

import io.crowdbench.api.SlaveChange;
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

/// `crowdbench slaves edit`.
@Command(name = "edit", description = "Changes what is given of a slave, and nothing else.")
final class SlaveEditCommand implements Callable<Integer> {

  @Mixin private ServerOption server = new ServerOption();
  @Mixin private JumpOption jump = new JumpOption();

  @Parameters(paramLabel = "NAME", description = "Its name or id.")
  private String slave = "";

  @Option(names = "--name", description = "What people are to call it.")
  private @Nullable String name;

  @Option(names = "--login", paramLabel = "USER@HOST[:PORT]", description = "Its new SSH login.")
  private @Nullable String login;

  @Option(
      names = "--password",
      description =
          "It has a new password, which is read from CROWDBENCH_SLAVE_PASSWORD, or asked for.")
  private boolean password;

  @Option(names = "--key", paramLabel = "FILE", description = "New private key to log in with.")
  private @Nullable Path key;

  @Option(
      names = "--passphrase",
      description =
          "The key has a passphrase, which is read from CROWDBENCH_SLAVE_PASSPHRASE, or asked for.")
  private boolean passphrase;

  @Option(names = "--folder", description = "Where the agent is installed.")
  private @Nullable String folder;

  @Option(
      names = "--host-key",
      paramLabel = "SHA256:…",
      description = "Fingerprint the host must show from now on.")
  private @Nullable String hostKey;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "The groups it is in from now on; may be repeated.")
  private @Nullable List<String> labels;

  @Option(names = "--no-labels", description = "It is in no group from now on.")
  private boolean noLabels;

  @Option(names = "--no-jump", description = "Go there directly from now on.")
  private boolean noJump;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var now = SlaveSelection.one(server, slave);
    var address = login == null ? null : SshLogin.parse(login);
    var change =
        new SlaveChange(
            name,
            address == null ? null : address.host(),
            address == null ? null : address.port(),
            address == null ? null : address.user(),
            password ? SlaveSecrets.password(now.name()) : null,
            key == null ? null : SlaveSecrets.key(key),
            key == null ? null : SlaveSecrets.passphrase(passphrase),
            folder,
            hostKey,
            noLabels ? List.of() : labels,
            jump.get(),
            noJump ? true : null);
    var changed = server.slaves().change(now.id(), change).orThrow();
    spec.commandLine()
        .getOut()
        .println("Changed slave " + changed.name() + " at " + changed.address() + ".");
    return 0;
  }
}
