package io.crowdbench.cli;

import io.crowdbench.api.SlaveView;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crowdbench slaves accept-key`: on purpose only, so the key is named or looked at.
@Command(
    name = "accept-key",
    description =
        "Accepts the key that a slave shows instead of the one that is known. Without a fingerprint,"
            + " shows both and asks.")
final class SlaveAcceptKeyCommand implements Callable<Integer> {

  @Mixin private ServerOption server = new ServerOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "Its name or id.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FINGERPRINT",
      description = "The one it shows, SHA256:…")
  private @Nullable String fingerprint;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var slave = SlaveSelection.one(server, name);
    var wanted = fingerprint == null ? confirmed(slave) : fingerprint;
    if (wanted == null) {
      return 1;
    }
    var accepted = server.slaves().acceptKey(slave.id(), wanted).orThrow();
    var out = spec.commandLine().getOut();
    out.println("Accepted " + wanted + " of " + accepted.name() + ".");
    out.println("Next: crowdbench slaves check " + accepted.name());
    return 0;
  }

  private @Nullable String confirmed(SlaveView slave) {
    var shown = slave.newHostKey();
    var out = spec.commandLine().getOut();
    if (shown == null) {
      throw new CommandFailed(
          "%s has shown no key but the one that is known. Check it first: crowdbench slaves check %s"
              .formatted(slave.name(), slave.name()));
    }
    out.println("known:  " + slave.hostKey());
    out.println("shown:  " + shown);
    out.flush();
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new CommandFailed(
          "Nobody is here to be asked. If it is the right one: crowdbench slaves accept-key %s %s"
              .formatted(slave.name(), shown));
    }
    var answer = console.readLine("Accept it? (y/N) ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y") ? shown : null;
  }
}
