package io.crowdbench.ui.health;

import static java.util.Objects.requireNonNull;

import io.crowdbench.api.PartHealth;
import io.crowdbench.ui.feed.Feed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/// Looks every few seconds whether all parts of the system are up, and tells pages when one goes or
/// comes back.
public class HealthWatch implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(HealthWatch.class);

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final List<Probe> probes;
  private final Feed feed;
  private final Clock clock;
  private final Map<String, PartHealth> known = new ConcurrentHashMap<>();
  private final Map<String, Boolean> suspected = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looks;

  HealthWatch(List<Probe> probes, Feed feed, Clock clock) {
    this.probes = List.copyOf(probes);
    this.feed = feed;
    this.clock = clock;
    // A thread for each: one that waits for an answer must not hold up the others.
    this.looks =
        Executors.newScheduledThreadPool(
            probes.size(), Thread.ofVirtual().name("health-", 0).factory());
    var now = clock.instant();
    for (var probe : probes) {
      known.put(probe.name(), new PartHealth(probe.name(), true, now, null, null));
    }
  }

  void start() {
    for (var probe : probes) {
      var _ =
          looks.scheduleWithFixedDelay(
              () -> look(probe), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// A part is away when it is found so twice: one lost answer is no news.
  void look(Probe probe) {
    try {
      var found = probe.problem();
      var first = found != null && suspected.putIfAbsent(probe.name(), true) == null;
      if (found == null) {
        suspected.remove(probe.name());
      }
      if (!first) {
        take(probe, found);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("Could not look whether {} is up", probe.name(), e);
    }
  }

  private void take(Probe probe, @Nullable String found) {
    var before = requireNonNull(known.get(probe.name()));
    if (before.up() == (found == null)) {
      return;
    }
    var now = clock.instant();
    if (found == null) {
      long away = Duration.between(before.since(), now).toSeconds();
      known.put(probe.name(), new PartHealth(probe.name(), true, now, null, away));
      log.info("{} is back after {} seconds", probe.name(), away);
    } else {
      var problem = HealthSentences.away(probe, found, now);
      known.put(probe.name(), new PartHealth(probe.name(), false, now, problem, null));
      log.warn("{}", problem);
    }
    feed.receive(new HealthChanged(now));
  }

  /// Of each part, in the order in which they depend on each other.
  public List<PartHealth> parts() {
    return probes.stream().map(probe -> requireNonNull(known.get(probe.name()))).toList();
  }

  /// A sentence for each part that is away, or came back just now.
  List<String> news() {
    var now = clock.instant();
    var news = new ArrayList<String>();
    for (var part : parts()) {
      var sentence = HealthSentences.news(part, now);
      if (sentence != null) {
        news.add(sentence);
      }
    }
    return news;
  }

  @Override
  public void destroy() {
    looks.shutdownNow();
  }
}
