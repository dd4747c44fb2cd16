package io.crowdbench.agent.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.StopRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherIT {

  private static final int ROUNDS = 8;
  private static final int PUBLISHERS = 16;
  private static final int MESSAGES = 200;

  @TempDir Path directory;

  /// A broker tells of a topic a moment before it takes records for it. What is sent in that moment
  /// must neither be lost nor stand in the way of what follows. One moment is short: only several
  /// brokers and publishers surely meet it.
  @Test
  void everythingArrivesInOrderOnATopicThatWasJustMade() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      try (var kafka = EmbeddedKafka.start(directory.resolve("kafka-" + round), 0);
          var threads = Executors.newFixedThreadPool(PUBLISHERS)) {
        makeTopics(kafka.brokers());
        var arrivals =
            IntStream.range(0, PUBLISHERS)
                .mapToObj(slave -> threads.submit(() -> publishAll(kafka.brokers(), slave)))
                .toList();
        for (var offsets : arrivals) {
          assertThat(offsets.get(60, TimeUnit.SECONDS)).isSorted().doesNotHaveDuplicates();
        }
      }
    }
  }

  private static void makeTopics(String brokers) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin
          .createTopics(
              Topics.ALL.stream()
                  .map(t -> new NewTopic(t.name(), t.partitions(), (short) 1).configs(t.config()))
                  .toList())
          .all()
          .get();
    }
  }

  /// One slave's messages, so all in one partition.
  ///
  /// @return the place there of each message, in the order sent
  private static List<Long> publishAll(String brokers, int slave) throws Exception {
    try (var publisher = new Publisher(brokers)) {
      var offsets =
          IntStream.range(0, MESSAGES).mapToObj(i -> publish(publisher, slave, i)).toList();
      CompletableFuture.allOf(offsets.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
      return offsets.stream().map(CompletableFuture::join).toList();
    }
  }

  private static CompletableFuture<Long> publish(Publisher publisher, int slave, int number) {
    var offset = new CompletableFuture<Long>();
    publisher.publish(
        Topics.AGENT_EVENTS,
        new StopRun(
            Message.SCHEMA, Instant.now(), "slave-" + slave, 1, "run-" + number, "the test says"),
        (metadata, e) -> {
          if (e == null) {
            offset.complete(metadata.offset());
          } else {
            offset.completeExceptionally(e);
          }
        });
    // Else all messages go in one batch.
    LockSupport.parkNanos(1_000_000);
    return offset;
  }
}
