import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jmeter.assertions.ResponseAssertion;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerProxy;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.threads.openmodel.OpenModelThreadGroup;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.ListedHashTree;

/// One GET with a check of its status, with JMeter's engine and its usual CSV record.
public final class Main {

  public static void main(String[] args) throws Exception {
    settings(Path.of("home").toAbsolutePath());
    var address = URI.create(args[1]);
    var number = Integer.parseInt(args[2]);
    var warmUp = Integer.parseInt(args[3]);
    var seconds = warmUp + Integer.parseInt(args[4]);
    var record = Path.of("samples.csv").toAbsolutePath();

    var plan = new ListedHashTree();
    var tests = plan.add(new TestPlan("get"));
    tests.add(collector(record));
    var group = tests.add(args[0].equals("open") ? open(number, seconds) : closed(number, seconds));
    group.add(args[0].equals("pages") ? page(address) : get(address)).add(ok());

    var engine = new StandardJMeterEngine();
    engine.configure(plan);
    engine.run();
    tell(record, warmUp);
    System.exit(0);
  }

  /// JMeter wants a folder of settings; what its own jar brings will do.
  private static void settings(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    for (var name : List.of("jmeter.properties", "saveservice.properties", "upgrade.properties", "user.properties")) {
      try (var content = Main.class.getResourceAsStream("/bin/" + name)) {
        if (content != null) {
          Files.write(home.resolve("bin/" + name), content.readAllBytes());
        }
      }
    }
    JMeterUtils.setJMeterHome(home.toString());
    JMeterUtils.loadJMeterProperties(home.resolve("bin/jmeter.properties").toString());
    JMeterUtils.setProperty("jmeter.save.saveservice.output_format", "csv");
    JMeterUtils.initLocale();
  }

  private static ResultCollector collector(Path record) {
    var collector = new ResultCollector();
    collector.setFilename(record.toString());
    return collector;
  }

  private static AbstractThreadGroup closed(int users, int seconds) {
    var loop = new LoopController();
    loop.setLoops(-1);
    loop.setContinueForever(true);
    loop.initialize();
    var group = new ThreadGroup();
    group.setName("users");
    group.setNumThreads(users);
    group.setRampUp(Math.max(1, users / 1_000));
    group.setScheduler(true);
    group.setDuration(seconds);
    group.setSamplerController(loop);
    return group;
  }

  private static AbstractThreadGroup open(int perSecond, int seconds) {
    var group = new OpenModelThreadGroup();
    group.setName("arrivals");
    group.setScheduleString(
        "rate(%d/s) even_arrivals(%d s) rate(%d/s)".formatted(perSecond, seconds, perSecond));
    return group;
  }

  private static HTTPSamplerProxy get(URI address) {
    var get = new HTTPSamplerProxy("HttpClient4");
    get.setName("get");
    get.setProtocol(address.getScheme());
    get.setDomain(address.getHost());
    get.setPort(address.getPort());
    get.setPath(address.getPath());
    get.setMethod("GET");
    get.setUseKeepAlive(true);
    get.setFollowRedirects(true);
    return get;
  }

  /// With all it embeds, over as many connections as browsers make.
  private static HTTPSamplerProxy page(URI address) {
    var page = get(address);
    page.setImageParser(true);
    page.setConcurrentDwn(true);
    page.setConcurrentPool("6");
    return page;
  }

  private static ResponseAssertion ok() {
    var assertion = new ResponseAssertion();
    assertion.setTestFieldResponseCode();
    assertion.setToEqualsType();
    assertion.addTestString("200");
    return assertion;
  }

  /// @param warmUp seconds from the first sample on that are left out
  private static void tell(Path record, int warmUp) {
    try (var lines = Files.lines(record)) {
      // What is about an error may take several lines.
      var samples =
          lines
              .filter(line -> line.matches("\\d{13},\\d+,.*"))
              .map(line -> line.split(",", 3))
              .map(cells -> new long[] {Long.parseLong(cells[0]), Long.parseLong(cells[1])})
              .toList();
      var first = samples.stream().mapToLong(it -> it[0]).min().orElse(0);
      var millis =
          samples.stream()
              .filter(it -> it[0] >= first + warmUp * 1_000L)
              .mapToLong(it -> it[1])
              .sorted()
              .toArray();
      System.out.printf(
          "figures %d %d %d %d %d%n",
          millis.length, at(millis, 50), at(millis, 90), at(millis, 99), at(millis, 99.9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long at(long[] sorted, double percentile) {
    var index = (int) Math.ceil(sorted.length * percentile / 100) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, index)];
  }
}
