import io.hyperfoil.api.config.BenchmarkData;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.core.parser.BenchmarkParser;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// One GET with Hyperfoil's own check of the status, in this process.
public final class Main {

  public static void main(String[] args) throws Exception {
    var address = URI.create(args[1]);
    var number = Integer.parseInt(args[2]);
    var closed = args[0].equals("closed");
    var phase =
        closed
            ? "always:\n      users: " + number
            : "constantRate:\n      usersPerSec: " + number + "\n      maxSessions: 4000\n      variance: false";
    var text =
        """
        name: get
        threads: 1
        http:
          host: http://%s:%d
          sharedConnections: %d
        phases:
        - warmUp:
            %s
              duration: %ss
              scenario:
              - get:
                - httpRequest:
                    GET: %s
        - main:
            %s
              startAfter: warmUp
              duration: %ss
              scenario:
              - get:
                - httpRequest:
                    GET: %s
        """
            .formatted(
                address.getHost(),
                address.getPort(),
                closed ? number : 2_000,
                phase,
                args[3],
                address.getPath(),
                phase,
                args[4],
                address.getPath());
    var benchmark =
        BenchmarkParser.instance()
            .buildBenchmark(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                BenchmarkData.EMPTY,
                Map.of());
    var all = new Histogram(3);
    new LocalSimulationRunner(
            benchmark,
            (stage, step, metric, snapshot, count) -> {
              if (stage.name().equals("main")) {
                all.add(snapshot.histogram);
              }
              if (count != null) {
                count.countDown();
              }
            },
            null,
            null)
        .run();
    System.out.printf(
        "figures %d %f %f %f %f%n",
        all.getTotalCount(), millis(all, 50), millis(all, 90), millis(all, 99), millis(all, 99.9));
    System.exit(0);
  }

  private static double millis(Histogram all, double percentile) {
    return all.getValueAtPercentile(percentile) / 1e6;
  }
}
