package io.crowdbench.benchmarks;

import io.crowdbench.benchmarks.accuracy.AccuracyBench;
import io.crowdbench.benchmarks.crowd.CrowdBench;
import io.crowdbench.benchmarks.fleet.FleetBench;
import io.crowdbench.benchmarks.generator.Crowdbench;
import io.crowdbench.benchmarks.generator.Generator;
import io.crowdbench.benchmarks.generator.Peer;
import io.crowdbench.benchmarks.generator.Wrk;
import io.crowdbench.benchmarks.machine.Cores;
import io.crowdbench.benchmarks.machine.Programs;
import io.crowdbench.benchmarks.scale.ScaleBench;
import io.crowdbench.benchmarks.scale.StreamsBench;
import io.crowdbench.benchmarks.scale.WindowsBench;
import io.crowdbench.benchmarks.site.Nginx;
import io.crowdbench.benchmarks.speed.OpenBench;
import io.crowdbench.benchmarks.speed.SpeedBench;
import io.crowdbench.benchmarks.start.StartBench;
import io.crowdbench.benchmarks.tunnel.TunnelBench;
import io.crowdbench.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `crowdbench bench`.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Crowdbench's engine beside other load generators, here, in one run.")
final class Bench implements Callable<Integer> {

  @Option(
      names = "--users",
      split = ",",
      defaultValue = "100,1000,10000",
      description = "Numbers of users to measure at. Default: ${DEFAULT-VALUE}.")
  private List<Integer> users = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How many rounds each generator has. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--only",
      split = ",",
      description =
          "Leaves out all other generators but wrk, such as: Crowdbench,Hyperfoil. Only so there is \""
              + Crowdbench.WITHOUT_LOOPS
              + "\", too: Crowdbench on the JDK's own scheduler; and \""
              + Crowdbench.WITH_A_COOKIE
              + "\": each of its users sends one along.")
  private List<String> only = List.of();

  @Option(
      names = "--parts",
      split = ",",
      defaultValue = "SPEED,VISIT,OPEN,CROWD,LAW,STALL,SCALE,WINDOWS,FLEET,TUNNELS,START",
      description = "What to measure. Default: ${DEFAULT-VALUE}.")
  private List<Part> parts = List.of();

  @Option(names = "--warm-up", defaultValue = "15", description = "Seconds; ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(names = "--seconds", defaultValue = "10", description = "Measured seconds per turn.")
  private int seconds;

  @Option(
      names = "--slaves",
      split = ",",
      defaultValue = "10,100,1000",
      description = "Numbers of slaves for SCALE, FLEET and TUNNELS; default: ${DEFAULT-VALUE}.")
  private List<Integer> slaves = List.of();

  @Option(
      names = "--scale-seconds",
      defaultValue = "60",
      description = "Measured seconds per number of slaves; default: ${DEFAULT-VALUE}.")
  private int scaleSeconds;

  @Option(
      names = "--before",
      paramLabel = "FOLDER",
      description = "Another checkout, built, that START compares this one with.")
  private @Nullable Path before;

  /// What needs no generators.
  private static final Set<Part> BESIDE_THE_ENGINE =
      EnumSet.of(Part.SCALE, Part.STREAMS, Part.WINDOWS, Part.FLEET, Part.START, Part.TUNNELS);

  /// What is measured only where it is named.
  private static final Set<String> ON_DEMAND =
      Set.of(Crowdbench.WITHOUT_LOOPS, Crowdbench.WITH_A_COOKIE);

  private final List<String> leftOut = new ArrayList<>();

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var home = Path.of(System.getProperty("crowdbench.home", ".")).toAbsolutePath().normalize();
    var target = home.resolve("benchmarks/target");
    Files.createDirectories(target);
    var folder = Files.createTempDirectory(target, "bench-");
    var report = new Report(home.resolve("docs/comparison.md"));
    if (parts.contains(Part.SCALE)) {
      System.out.println("Results of many slaves.");
      report.put("scale", new ScaleBench(home, folder, scaleSeconds).run(slaves));
    }
    if (parts.contains(Part.STREAMS)) {
      System.out.println("The same merged by Kafka Streams.");
      report.put("streams", new StreamsBench(folder, scaleSeconds).run(slaves));
    }
    if (parts.contains(Part.WINDOWS)) {
      System.out.println("Questions to the results of a long run.");
      report.put("windows", new WindowsBench(home, folder).run());
    }
    if (parts.contains(Part.FLEET)) {
      System.out.println("A fleet of slaves: registered, beating, starting a run.");
      var bench = new FleetBench(home, folder, Duration.ofSeconds(scaleSeconds));
      report.put("fleet", bench.run(slaves));
    }
    if (parts.contains(Part.TUNNELS)) {
      System.out.println("Slaves that find Kafka through SSH.");
      var bench = new TunnelBench(home, folder, Duration.ofSeconds(scaleSeconds));
      report.put("tunnels", bench.run(slaves));
    }
    if (parts.contains(Part.START)) {
      System.out.println("The first minute.");
      report.put("start", new StartBench(home, before, folder).run(rounds));
    }
    if (!BESIDE_THE_ENGINE.containsAll(parts)) {
      measureEngine(home, folder, report);
    }
    return 0;
  }

  private void measureEngine(Path home, Path folder, Report report)
      throws IOException, InterruptedException {
    Programs.install(List.of("nginx", "wrk"));
    Cores.SITE.bindSelf();
    try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        var nginx = Nginx.start(folder.resolve("nginx"))) {
      var generators = generators(home, kafka.brokers());
      for (var part : parts) {
        measure(part, generators, kafka.brokers(), nginx, folder, report);
      }
    }
  }

  private void measure(
      Part part,
      List<Generator> generators,
      String brokers,
      Nginx nginx,
      Path folder,
      Report report)
      throws IOException, InterruptedException {
    switch (part) {
      case SPEED -> {
        System.out.println("Speed: a keep-alive GET of 1 kB; " + Cores.words() + ".");
        var bench =
            new SpeedBench(nginx, folder, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        var tables = new ArrayList<String>();
        for (var number : users) {
          tables.add(bench.run(generators, number, rounds).table());
        }
        leftOut.forEach(why -> tables.add("Left out: " + why + "\n"));
        report.put("speed", String.join("\n", tables));
      }
      case VISIT -> {
        System.out.println("Visits: a page with 30 resources; " + Cores.words() + ".");
        var bench =
            new SpeedBench(nginx, folder, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        var table =
            bench.visits(generators.stream().filter(Bench::loadsPages).toList(), 100, rounds);
        report.put("visit", table.table());
      }
      case OPEN -> {
        System.out.println("Open model: a fifth of the maximum rate.");
        report.put(
            "open",
            new OpenBench(nginx, folder, Duration.ofSeconds(warmUp))
                .run(Crowdbench.usual(brokers), rounds));
      }
      case CROWD -> {
        System.out.println("Crowds that think.");
        report.put("crowd", new CrowdBench(nginx, folder).run(Crowdbench.usual(brokers)));
      }
      case LAW -> {
        System.out.println("Accuracy beside a known law.");
        report.put("law", accuracy(folder).law(generators, rounds).table());
      }
      case SCALE, STREAMS, WINDOWS, FLEET, TUNNELS, START -> {
        // Were measured before this process was bound to its cores.
      }
      case STALL -> {
        System.out.println("Accuracy beside a stall.");
        report.put("stall", accuracy(folder).stall(generators, rounds).table());
      }
    }
  }

  private AccuracyBench accuracy(Path folder) {
    return new AccuracyBench(folder, Duration.ofSeconds(warmUp), Duration.ofSeconds(20));
  }

  /// What can be measured.
  enum Part {
    SPEED,
    VISIT,
    OPEN,
    CROWD,
    LAW,
    STALL,
    SCALE,
    STREAMS,
    WINDOWS,
    FLEET,
    TUNNELS,
    START
  }

  private List<Generator> generators(Path home, String brokers)
      throws IOException, InterruptedException {
    var peers = home.resolve("benchmarks/peers");
    var all =
        List.of(
            new Wrk(),
            Crowdbench.usual(brokers),
            Crowdbench.withoutLoops(brokers),
            Crowdbench.withACookie(brokers),
            new Peer("Hyperfoil", peers.resolve("hyperfoil"), "-Xmx2g"),
            new Peer(
                "Gatling",
                peers.resolve("gatling"),
                "-Xmx2g",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"),
            new Peer("JMeter", peers.resolve("jmeter"), "-Xmx4g"));
    var ready = new ArrayList<Generator>();
    for (var generator : all) {
      if (!isWanted(generator)) {
        continue;
      }
      var missing = generator.prepare();
      if (missing.isPresent()) {
        System.out.println("Left out: " + missing.get());
        leftOut.add(missing.get());
      } else {
        ready.add(generator);
      }
    }
    return ready;
  }

  /// wrk and Hyperfoil load what they are told to, one by one.
  private static boolean loadsPages(Generator generator) {
    return !(generator instanceof Wrk) && !generator.name().equals("Hyperfoil");
  }

  private boolean isWanted(Generator generator) {
    return generator instanceof Wrk
        || (only.isEmpty()
            ? !ON_DEMAND.contains(generator.name())
            : only.contains(generator.name()));
  }
}
