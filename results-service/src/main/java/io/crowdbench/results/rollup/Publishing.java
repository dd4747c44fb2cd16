package io.crowdbench.results.rollup;

import io.crowdbench.kit.Publisher;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.results.completeness.CompletenessPublisher;
import io.crowdbench.results.failure.ErrorPublisher;
import io.crowdbench.results.overload.OverloadPublisher;
import io.crowdbench.results.store.Blocks;
import io.crowdbench.results.store.Due;
import io.crowdbench.results.store.Due.Item;
import io.crowdbench.results.store.Due.What;
import io.crowdbench.results.store.Lines;
import io.crowdbench.results.store.Measurements;
import io.crowdbench.results.store.Parts;
import io.crowdbench.results.store.StoredRun;
import io.crowdbench.results.store.StoredRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Publishes what is due of a run on the topic `results`.
@Component
class Publishing {

  /// Errors and overloads are published as a whole each time, and so not more often than this.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final StoredRuns runs;
  private final Due due;
  private final Parts parts;
  private final Blocks blocks;
  private final Publisher publisher;
  private final ErrorPublisher errors;
  private final OverloadPublisher overloads;
  private final CompletenessPublisher completeness;
  private final Clock clock;
  private final Map<Integer, Instant> last = new ConcurrentHashMap<>();

  Publishing(
      StoredRuns runs,
      Due due,
      Parts parts,
      Blocks blocks,
      Publisher publisher,
      ErrorPublisher errors,
      OverloadPublisher overloads,
      CompletenessPublisher completeness,
      Clock clock) {
    this.runs = runs;
    this.due = due;
    this.parts = parts;
    this.blocks = blocks;
    this.publisher = publisher;
    this.errors = errors;
    this.overloads = overloads;
    this.completeness = completeness;
    this.clock = clock;
  }

  void publish(StoredRun run) {
    var items = due.of(run.number());
    publish(items, run, What.SECOND);
    if (!clock.instant().isBefore(last.getOrDefault(run.number(), Instant.MIN).plus(PAUSE))) {
      boolean hadErrors = publish(items, run, What.ERRORS);
      boolean hadOverload = publish(items, run, What.OVERLOAD);
      if (hadErrors || hadOverload) {
        last.put(run.number(), clock.instant());
      }
    }
    // What is stored can only be judged when nothing of it is on its way.
    if (parts.isEmpty(run.number())) {
      publish(items, run, What.COMPLETENESS);
      publish(items, run, What.VERDICT);
    }
  }

  private boolean publish(List<Item> all, StoredRun run, What what) {
    var items = all.stream().filter(item -> item.what() == what).toList();
    if (items.isEmpty()) {
      return false;
    }
    switch (what) {
      case SECOND -> seconds(run, items.stream().map(Item::second).distinct().sorted().toList());
      case ERRORS -> errors.publish(run);
      case OVERLOAD -> overloads.publish(run);
      case COMPLETENESS -> completeness.publishIfDue(run.id());
      case VERDICT -> completeness.publish(run.id());
    }
    due.remove(items);
    return true;
  }

  private void seconds(StoredRun run, List<Integer> seconds) {
    var bodies = blocks.seconds(run.number(), seconds);
    for (var second : seconds) {
      var body = bodies.get(second);
      if (body != null) {
        publisher.publish("results", second(run, second, body));
      }
    }
  }

  private SecondMerged second(StoredRun run, int second, byte[] body) {
    var measured = new Measurements();
    measured.addBeside(body);
    runs.resolve(run, measured);
    var lines = Lines.of(run, measured);
    return new SecondMerged(
        Message.SCHEMA,
        clock.instant(),
        run.id(),
        second,
        Result.ALL_SLAVES,
        measured.slaves(),
        lines.users(),
        lines.inShort());
  }
}
