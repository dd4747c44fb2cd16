package io.crowdbench.runs.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When Kafka, PostgreSQL and this service itself last gave a sign of life, and what outages follow
/// from that. A service that stood still heard of nobody, and blames nobody.
@Component
class SignsOfLife {

  /// Shorter ones are nothing to tell of.
  private static final Duration GAP = Duration.ofSeconds(3);

  private final List<Outage> outages = new ArrayList<>();
  private @Nullable Instant service;
  private @Nullable Instant database;
  private @Nullable Instant broker;
  private boolean brokerFailed;

  /// The last that is known of this service from before it was started.
  synchronized void serviceRanBefore(Instant last) {
    if (service == null) {
      service = last;
    }
  }

  synchronized void serviceRuns(Instant now) {
    if (service != null && isGap(service, now)) {
      outages.add(new Outage(Outage.Part.RUN_SERVICE, service, now));
      database = database == null ? null : now;
      broker = broker == null ? null : now;
      brokerFailed = false;
    }
    service = now;
  }

  synchronized void databaseAnswered(Instant now) {
    if (database != null && isGap(database, now)) {
      outages.add(new Outage(Outage.Part.DATABASE, database, now));
    }
    database = now;
  }

  synchronized void brokerAnswered(Instant now) {
    if (broker != null && brokerFailed && isGap(broker, now)) {
      outages.add(new Outage(Outage.Part.BROKER, broker, now));
    }
    broker = now;
    brokerFailed = false;
  }

  /// Without that a gap means only that nobody asked.
  synchronized void brokerFailed() {
    brokerFailed = true;
  }

  private static boolean isGap(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(GAP) > 0;
  }

  /// Those that were found since the last call.
  synchronized List<Outage> takeOutages() {
    var taken = List.copyOf(outages);
    outages.clear();
    return taken;
  }

  /// They could not be written down: once more, later.
  synchronized void putBack(List<Outage> left) {
    outages.addAll(0, left);
  }
}
