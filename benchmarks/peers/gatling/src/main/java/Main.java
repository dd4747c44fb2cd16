import io.gatling.app.Gatling;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Runs the simulation as Gatling's own launchers do, and reads the summary that it prints.
public final class Main {

  public static void main(String[] args) throws Exception {
    System.setProperty("bench.closed", "" + args[0].equals("closed"));
    System.setProperty("bench.pages", "" + args[0].equals("pages"));
    System.setProperty("bench.address", args[1]);
    System.setProperty("bench.number", args[2]);
    System.setProperty("bench.seconds", "" + (Long.parseLong(args[3]) + Long.parseLong(args[4])));
    System.setProperty("gatling.charting.indicators.percentile1", "50");
    System.setProperty("gatling.charting.indicators.percentile2", "90");
    System.setProperty("gatling.charting.indicators.percentile3", "99");
    System.setProperty("gatling.charting.indicators.percentile4", "99.9");
    var out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    // It ends the process by itself, so the figures are read on the way out.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(printed, out)));
    Gatling.main(new String[] {"-s", "Get", "-rf", "results"});
  }

  private static void tell(ByteArrayOutputStream printed, PrintStream out) {
    var text = printed.toString(StandardCharsets.UTF_8);
    out.print(text);
    out.printf(
        "figures %s %s %s %s %s%n",
        figure(text, "request count"),
        figure(text, "response time 50th percentile \\(ms\\)"),
        figure(text, "response time 90th percentile \\(ms\\)"),
        figure(text, "response time 99th percentile \\(ms\\)"),
        figure(text, "response time 99.9th percentile \\(ms\\)"));
    out.flush();
  }

  private static String figure(String text, String name) {
    var match = Pattern.compile("> " + name + " +\\| +([\\d,]+)").matcher(text);
    return match.find() ? match.group(1).replace(",", "") : "none";
  }
}
