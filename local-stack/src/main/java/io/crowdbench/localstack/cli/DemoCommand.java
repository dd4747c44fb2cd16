package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.StackFile;
import io.crowdbench.localstack.StackSettings;
import io.crowdbench.localstack.demo.Demo;
import io.crowdbench.localstack.demo.DemoSettings;
import io.crowdbench.localstack.demo.SlaveAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `crowdbench demo`: the main job from end to end, here or against an installation elsewhere.
@Command(
    name = "demo",
    description = "Loads a small shop with a crowd from two slaves and compares the counts.")
final class DemoCommand implements Callable<Integer> {

  @Mixin private StackOptions options = new StackOptions();

  @Option(
      names = "--url",
      description =
          "An installation that is up already; otherwise the local stack, started if need be.")
  private @Nullable String url;

  @Option(names = "--pages", description = "The same as browsers reach it; default: --url.")
  private @Nullable String pages;

  @Option(names = "--kafka", description = "That installation's Kafka, HOST:PORT.")
  private String kafka = "127.0.0.1:8710";

  @Option(
      names = "--site",
      description = "Its target site, as the slaves and this command reach it.")
  private String site = "http://127.0.0.1:8720";

  @Option(
      names = "--slave",
      paramLabel = "USER@HOST:PORT",
      description = "A slave to use; the password is read from CROWDBENCH_SLAVE_PASSWORD.")
  private List<String> slaves = List.of();

  @Option(names = "--seconds", description = "How long each of the three steps lasts; default: 10.")
  private int seconds = 10;

  @Option(names = "--down", description = "Stops the stack afterwards, if this command started it.")
  private boolean down;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.logTo("demo");
    var out = spec.commandLine().getOut();
    var stack = options.settings();
    out.println(Demo.opening(seconds));
    out.flush();
    try (var background = url == null ? BackgroundStack.ensure(stack, out, down) : null) {
      return new Demo(url == null ? local(stack) : elsewhere(url), out).run() ? 0 : 1;
    }
  }

  private DemoSettings local(StackSettings asked) throws IOException {
    var port = StackFile.running(asked.data()).map(StackFile.Running::port).orElse(asked.port());
    var stack = new StackSettings(asked.data(), port);
    return DemoSettings.of(stack, seconds, examples());
  }

  private DemoSettings elsewhere(String address) {
    var password = System.getenv().getOrDefault("CROWDBENCH_SLAVE_PASSWORD", "");
    var addresses = slaves.stream().map(slave -> SlaveAddress.parse(slave, password)).toList();
    return new DemoSettings(
        address, pages == null ? address : pages, kafka, site, addresses, seconds, examples());
  }

  /// The folder with the examples: the script at the top says where it is.
  private static Path examples() {
    return Path.of(System.getProperty("crowdbench.home", ".")).resolve("examples");
  }
}
