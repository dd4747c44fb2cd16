package io.crowdbench.agent.crowd;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.measure.DebugLog;
import io.crowdbench.agent.measure.Errors;
import io.crowdbench.agent.measure.Meter;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Population;
import io.crowdbench.agent.operation.Trace;
import io.crowdbench.agent.testing.RawSite;
import io.crowdbench.agent.user.ActingUser;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Series;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// One user before a scripted site, and what was measured of it.
final class OneUser implements AutoCloseable {

  /// The times within operations, which each of them has.
  private static final Set<Kind> PARTS = EnumSet.of(Kind.CONNECT, Kind.TLS, Kind.FIRST_BYTE);

  final RawSite site;
  final ActingUser user;
  final Ending ending = new Ending();
  private final Meter meter = new Meter();
  private final Errors errors = new Errors();
  private final Browser browser = new Browser();

  OneUser(Function<RawSite.Received, byte[]> answers) throws IOException {
    this(RawSite.start(answers));
  }

  OneUser(RawSite site) {
    this.site = site;
    var measured = new Measured("Try", meter, errors, new DebugLog(), new Population(), Trace.NONE);
    var anna = new UserData("anna", Map.of("id", "anna", "password", "secret"));
    user = new ActingUser(anna, RunScope.of(Address.of(site.url())), 1, measured, ending, browser);
  }

  /// Bytes both ways that were counted under those names up to now.
  long bytes(String... counters) {
    var names = List.of(counters);
    return meter.take().stream()
        .filter(series -> names.contains(series.name()))
        .mapToLong(series -> series.bytesSent() + series.bytesReceived())
        .sum();
  }

  /// What was measured up to now: `OPERATION GET / PASSED 1` each, in alphabetical order.
  List<String> measured() {
    user.settle();
    return meter.take().stream()
        .filter(series -> !PARTS.contains(series.kind()))
        .map(OneUser::line)
        .sorted()
        .toList();
  }

  private static String line(Series series) {
    return "%s %s %s %d".formatted(series.kind(), series.name(), series.outcome(), series.count());
  }

  List<String> errors() {
    user.settle();
    return errors.take().errors().stream().map(ErrorCount::message).toList();
  }

  @Override
  public void close() throws IOException {
    browser.close();
    site.close();
  }
}
