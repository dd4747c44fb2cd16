import io.gatling.app.Gatling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Runs the simulation as Gatling's own launchers do, and reads its report.
public final class Main {

  public static void main(String[] args) throws Exception {
    System.setProperty("bench.closed", "" + args[0].equals("closed"));
    System.setProperty("bench.address", args[1]);
    System.setProperty("bench.number", args[2]);
    System.setProperty("bench.seconds", args[3]);
    System.setProperty("gatling.charting.indicators.percentile1", "50");
    System.setProperty("gatling.charting.indicators.percentile2", "90");
    System.setProperty("gatling.charting.indicators.percentile3", "99");
    System.setProperty("gatling.charting.indicators.percentile4", "99.9");
    var results = Path.of("results").toAbsolutePath();
    // Its report ends the process, so the figures are read on the way out.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(results)));
    Gatling.main(new String[] {"-s", "Get", "-rf", results.toString()});
  }

  private static void tell(Path results) {
    try (var files = Files.walk(results)) {
      var stats = files.filter(file -> file.endsWith("js/stats.json")).findFirst().orElseThrow();
      var text = Files.readString(stats);
      System.out.printf(
          "figures %s %s %s %s %s%n",
          figure(text, "numberOfRequests"),
          figure(text, "percentiles1"),
          figure(text, "percentiles2"),
          figure(text, "percentiles3"),
          figure(text, "percentiles4"));
    } catch (java.io.IOException e) {
      System.out.println("no report: " + e);
    }
  }

  private static String figure(String text, String name) {
    var match =
        Pattern.compile("\"" + name + "\":\\s*\\{[^}]*?\"total\":\\s*\"?([\\d.]+)").matcher(text);
    return match.find() ? match.group(1) : "none";
  }
}
