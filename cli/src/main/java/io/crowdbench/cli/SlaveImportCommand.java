package io.crowdbench.cli;

import io.crowdbench.api.JumpHost;
import io.crowdbench.api.Result;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crowdbench slaves import`: many slaves at once, all with one password or key.
@Command(
    name = "import",
    description =
        "Registers all slaves of a file: lines such as user@host:port, CSV, YAML, or an inventory of"
            + " Ansible's. Their password is read from CROWDBENCH_SLAVE_PASSWORD, or asked for.")
final class SlaveImportCommand implements Callable<Integer> {

  @Mixin private ServerOption server = new ServerOption();
  @Mixin private JumpOption jump = new JumpOption();

  @Parameters(paramLabel = "FILE", description = "The file; - for standard input.")
  private String file = "";

  @Option(names = "--user", description = "Login of those for which the file names none.")
  private @Nullable String user;

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
      names = "--label",
      paramLabel = "LABEL",
      description = "A group they are all in, beside the file's; may be repeated.")
  private List<String> labels = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  /// What all of them log in with.
  private record Secret(
      @Nullable String password, @Nullable String key, @Nullable String passphrase) {}

  @Override
  public Integer call() throws IOException {
    var draft = server.slaves().read(text()).orThrow();
    var problems = new ArrayList<>(draft.problems());
    var secret = draft.slaves().isEmpty() ? new Secret(null, null, null) : secret();
    int added = 0;
    for (var slave : draft.slaves()) {
      switch (server.slaves().register(complete(slave, secret))) {
        case Result.Ok<SlaveView> _ -> added++;
        case Result.Failed<SlaveView> failed ->
            failed.problems().forEach(problem -> problems.add(slave.name() + ": " + problem));
      }
    }
    var out = spec.commandLine().getOut();
    out.printf("Added %d of %d slaves.%n", added, draft.slaves().size());
    out.flush();
    problems.forEach(spec.commandLine().getErr()::println);
    return problems.isEmpty() ? 0 : 1;
  }

  private String text() throws IOException {
    if (file.equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new CommandFailed("There is no file " + file + ".");
    }
    return Files.readString(path);
  }

  private Secret secret() {
    return key == null
        ? new Secret(SlaveSecrets.password("the slaves in " + file), null, null)
        : new Secret(null, SlaveSecrets.key(key), SlaveSecrets.passphrase(passphrase));
  }

  private SlaveRegistration complete(SlaveRegistration slave, Secret secret) {
    var all = new ArrayList<>(slave.labels() == null ? List.of() : slave.labels());
    all.addAll(labels);
    return new SlaveRegistration(
        slave.name(),
        slave.host(),
        slave.port(),
        slave.user() == null ? user : slave.user(),
        secret.password(),
        secret.key(),
        secret.passphrase(),
        slave.folder(),
        slave.hostKey(),
        all,
        slave.jump() == null ? jump.get() : gate(slave.jump(), secret));
  }

  /// Opened with the slaves' own password or key, unless there is another for it.
  private JumpHost gate(JumpHost host, Secret secret) {
    if (jump.hasKey() || System.getenv(SlaveSecrets.JUMP_PASSWORD) != null) {
      return jump.withSecret(new SshLogin(host.user(), host.host(), host.port()));
    }
    return new JumpHost(
        host.host(),
        host.port(),
        host.user(),
        secret.password(),
        secret.key(),
        secret.passphrase());
  }
}
