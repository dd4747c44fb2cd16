package io.crowdbench.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.agent.publish.Publisher;
import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentCommand;
import io.crowdbench.messages.agent.StopRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandReaderIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void waitsForATopicThatIsMadeOnlyNow() throws Exception {
    try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()));
        var publisher = new Publisher(kafka.brokers());
        var reader = new CommandReader("slave-1", kafka.brokers())) {
      var listens = new CountDownLatch(1);
      Queue<AgentCommand> heard = new ConcurrentLinkedQueue<>();
      var thread =
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                reader.listen();
                listens.countDown();
                reader.each(heard::add);
              });
      // It has asked, found none, and waits to ask again.
      await().atMost(TIMEOUT).until(() -> LockSupport.getBlocker(thread) == reader);
      assertThat(admin.listTopics().names().get()).isEmpty();

      admin.createTopics(List.of(new NewTopic(Topics.AGENT_COMMANDS, 2, (short) 1))).all().get();
      assertThat(listens.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      var command = new StopRun(Message.SCHEMA, Instant.now(), "slave-1", 3, "run-1", "enough");
      publisher.publish(Topics.AGENT_COMMANDS, command);

      await().atMost(TIMEOUT).until(() -> heard.contains(command));
    }
  }
}
