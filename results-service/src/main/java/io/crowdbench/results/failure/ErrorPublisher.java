package io.crowdbench.results.failure;

import io.crowdbench.kit.Publisher;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.ErrorsGrouped;
import io.crowdbench.messages.result.ErrorsGrouped.ErrorGroup;
import io.crowdbench.results.store.StoredRun;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Publishes the errors of a run on the topic `results`: those of all slaves together, so that the
/// message stays small however many slaves there are.
@Component
public class ErrorPublisher {

  /// What a page can show; the rest is asked for over HTTP.
  private static final int MAX_GROUPS = 100;

  private static final int MAX_NAMED = 5;
  private static final int MAX_MESSAGE = 400;
  private static final int MAX_BYTES = 80_000;

  private final ErrorGroups groups;
  private final Publisher publisher;
  private final Clock clock;

  ErrorPublisher(ErrorGroups groups, Publisher publisher, Clock clock) {
    this.groups = groups;
    this.publisher = publisher;
    this.clock = clock;
  }

  public void publish(StoredRun run) {
    var together = groups.together(run.id(), MAX_GROUPS, MAX_NAMED);
    publisher.publish(
        "results", new ErrorsGrouped(Message.SCHEMA, clock.instant(), run.id(), shown(together)));
  }

  private static List<ErrorGroup> shown(List<ErrorGroup> groups) {
    var shown = new ArrayList<ErrorGroup>();
    int bytes = 0;
    for (var group : groups) {
      var shortened = group.withMessage(cut(group.message()));
      bytes += bytes(shortened);
      if (bytes > MAX_BYTES) {
        break;
      }
      shown.add(shortened);
    }
    return shown;
  }

  /// A little more than it takes as JSON.
  private static int bytes(ErrorGroup group) {
    int ids = group.slaves().stream().mapToInt(slave -> slave.length() + 3).sum();
    int texts =
        Stream.of(group.action(), group.operation(), group.fingerprint(), group.message())
            .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    return 200 + ids + texts;
  }

  private static String cut(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
  }
}
