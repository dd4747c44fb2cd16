package io.crowdbench.agent.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdbench.agent.publish.Publisher;
import io.crowdbench.agent.testing.TopicLog;
import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedKafka.FurtherListener;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentCommand;
import io.crowdbench.messages.agent.StopRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A broker that is known by an address at which nobody listens: only a tunnel leads to it.
@Timeout(120)
class KafkaAccessIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private EmbeddedKafka kafka;
  private Path file;
  private String broker;
  private int listener;

  @BeforeEach
  void start() throws Exception {
    file = folder.resolve("tunnel.properties");
    listener = freePort();
    int unreachable = freePort();
    broker = "127.0.0.1:" + unreachable;
    kafka =
        EmbeddedKafka.start(
            folder.resolve("kafka"),
            0,
            List.of(new FurtherListener("TUNNEL", listener, unreachable)));
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
      admin
          .createTopics(
              Topics.ALL.stream()
                  .map(t -> new NewTopic(t.name(), t.partitions(), (short) 1).configs(t.config()))
                  .toList())
          .all()
          .get();
    }
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void publishesThroughATunnelThatIsReplacedMeanwhile() throws Exception {
    try (var first = entrance("one");
        var second = entrance("two");
        var access = KafkaAccess.to(broker, file.toString());
        var publisher = new Publisher(access.addresses());
        var log = new TopicLog(kafka.brokers())) {
      first.writeTo(file);
      publish(publisher, 0, 100);
      await().atMost(TIMEOUT).until(() -> stops(log).size() == 100);

      first.close();
      publish(publisher, 100, 200);
      second.writeTo(file);
      publish(publisher, 200, 300);

      assertThat(publisher.settle()).isNull();
      await().atMost(TIMEOUT).until(() -> stops(log).size() >= 300);
      assertThat(stops(log)).isEqualTo(IntStream.range(0, 300).mapToObj(i -> "run-" + i).toList());
      assertThat(second.asked).containsExactly(broker);
    }
  }

  /// As after a cut: the old one looks well and nothing comes through.
  @Test
  void leavesATunnelThatHangsForTheNextOne() throws Exception {
    try (var silent = new ServerSocket(0);
        var next = entrance("next");
        var access = KafkaAccess.to(broker, file.toString());
        var publisher = new Publisher(access.addresses());
        var log = new TopicLog(kafka.brokers())) {
      var hanging = new Entrance(Map.of(broker, silent.getLocalPort()), "hangs");
      hanging.writeTo(file);
      // It waits until it knows the brokers.
      Thread.ofVirtual().start(() -> publish(publisher, 0, 1));
      await().atMost(TIMEOUT).until(() -> hanging.asked.contains(broker));

      next.writeTo(file);

      await().atMost(TIMEOUT).until(() -> stops(log).equals(List.of("run-0")));
    }
  }

  @Test
  void isNotLetInWithoutTheToken() throws Exception {
    try (var entrance = entrance("right")) {
      entrance.writeTo(file, "wrong");

      assertThatThrownBy(() -> Tunnel.connect(new TunnelFile(file), broker))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("407");
    }
  }

  private Entrance entrance(String token) throws Exception {
    return new Entrance(Map.of(broker, listener), token);
  }

  private static List<String> stops(TopicLog log) {
    return log.read(AgentCommand.class).stream()
        .filter(StopRun.class::isInstance)
        .map(command -> ((StopRun) command).run())
        .toList();
  }

  private static void publish(Publisher publisher, int from, int to) {
    for (int i = from; i < to; i++) {
      publisher.publish(
          Topics.AGENT_COMMANDS,
          new StopRun(Message.SCHEMA, Instant.now(), "slave-1", 1, "run-" + i, "the test"));
    }
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
