package io.crowdbench.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdbench.kit.KitStack;
import io.crowdbench.kit.ServiceKit;
import io.crowdbench.kit.web.WebKit;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.run.RunStepped;
import io.crowdbench.messages.sample.EndOfStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionalOutboxIT {

  private KitStack stack;
  private TransactionalOutbox outbox;
  private TransactionTemplate transaction;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceKit.class, WebKit.class, OutboxKit.class})
  static class Application {}

  @BeforeAll
  void start() throws IOException {
    stack = new KitStack(Application.class);
    outbox = stack.bean(TransactionalOutbox.class);
    transaction = stack.bean(TransactionTemplate.class);
  }

  @AfterAll
  void stop() throws IOException {
    stack.close();
  }

  private static CleanUpRun command(String slave, int number) {
    return new CleanUpRun(Message.SCHEMA, Instant.now(), slave, "run-" + number);
  }

  private List<String> sent(String slave) {
    return stack.read(Topics.SLAVE_COMMANDS).stream()
        .filter(each -> slave.equals(each.key()))
        .map(ConsumerRecord::value)
        .map(value -> new String(value, UTF_8).replaceAll(".*\"run\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private int kept() {
    var count =
        stack.bean(JdbcTemplate.class).queryForObject("select count(*) from outbox", Integer.class);
    return count == null ? -1 : count;
  }

  @Test
  void sendsWhatWasCommittedInItsOrderAndForgetsIt() {
    transaction.executeWithoutResult(_ -> {
      for (int i = 0; i < 1_200; i++) {
        outbox.publish(command("many", i));
      }
      assertThat(sent("many")).isEmpty();
    });

    await()
        .untilAsserted(() ->
            assertThat(sent("many"))
                .containsExactlyElementsOf(
                    IntStream.range(0, 1_200).mapToObj(i -> "run-" + i).toList()));
    await().untilAsserted(() -> assertThat(kept()).isZero());
  }

  @Test
  void nothingIsSentOfATransactionThatWasRolledBack() {
    transaction.executeWithoutResult(status -> {
      outbox.publish(command("rolled-back", 1));
      status.setRollbackOnly();
    });
    outbox.publish(command("afterwards", 2));

    await().untilAsserted(() -> assertThat(sent("afterwards")).hasSize(1));
    assertThat(sent("rolled-back")).isEmpty();
  }

  @Test
  void withTheBrokerAwayNobodyWaitsAndNothingIsLost() throws Exception {
    var took = new Duration[1];
    stack.withoutBroker(() -> {
      var start = System.nanoTime();
      transaction.executeWithoutResult(_ -> outbox.publish(command("patient", 1)));
      outbox.publish(command("patient", 2));
      took[0] = Duration.ofNanos(System.nanoTime() - start);
      assertThat(kept()).isPositive();
    });

    // Kafka's own time-out is a minute: anything near it would be waiting.
    assertThat(took[0]).isLessThan(Duration.ofSeconds(5));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(sent("patient")).containsExactly("run-1", "run-2"));
  }

  @Test
  void refusesAMessageThatThisServiceDoesNotWrite() {
    var foreign = new CleanUpRun(Message.SCHEMA, Instant.now(), "slave", "run");
    outbox.publish(foreign);

    assertThatThrownBy(() -> outbox.publish(sample()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("run-service is not among the writers of crowdbench.samples.v1");
  }

  private static Message sample() {
    return new EndOfStream(
        Message.SCHEMA,
        Instant.now(),
        "run",
        "slave",
        1,
        1,
        io.crowdbench.messages.sample.FinalCounters.NONE);
  }

  @Test
  void knowsTheTopicOfEachMessage() {
    var stepped = new RunStepped(Message.SCHEMA, Instant.now(), "run", 1, 0);
    assertThat(Topics.of(stepped).name()).isEqualTo(Topics.RUN_EVENTS);
  }
}
