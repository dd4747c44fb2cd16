package io.crowdbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crowdbench bundles`: uploaded actions with their user ids.
@Command(
    name = "bundles",
    description = "Lists uploaded actions; uploads more.",
    synopsisSubcommandLabel = "[COMMAND]")
final class BundlesCommand implements Runnable {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Mixin private ServerOption server = new ServerOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    var table = new Table("NAME", "HASH", "ACTIONS", "USER IDS", "UPLOADED");
    for (var bundle : server.bundles().all().orThrow()) {
      table.add(
          bundle.name(),
          bundle.hash().substring(0, Math.min(12, bundle.hash().length())),
          String.join(", ", bundle.actions()),
          String.format(Locale.ROOT, "%,d", bundle.userIds()),
          WHEN.format(bundle.uploadedAt()));
    }
    table.print(
        spec.commandLine().getOut(),
        "No actions yet. Upload some: crowdbench bundles upload NAME Buy.java users.txt");
  }

  @Command(
      name = "upload",
      description =
          "Uploads .java, .jar and .csv files and a users.txt; they are compiled and checked.")
  int upload(
      @Mixin ServerOption server,
      @Parameters(paramLabel = "NAME", description = "What people call it.") String name,
      @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
    var missing = files.stream().filter(file -> !Files.isRegularFile(file)).toList();
    if (!missing.isEmpty()) {
      throw new CommandFailed(
          missing.stream()
              .map(file -> "There is no file " + file + ".")
              .collect(Collectors.joining(System.lineSeparator())));
    }
    var bundle = server.bundles().upload(name, files).orThrow();
    var out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Uploaded %s: actions %s, %,d user ids.%n",
        bundle.name(),
        String.join(", ", bundle.actions()),
        bundle.userIds());
    out.println(bundle.hash());
    return 0;
  }
}
