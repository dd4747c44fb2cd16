package io.crowdbench.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.kit.outbox.OutboxKit;
import io.crowdbench.kit.web.WebKit;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.provisioning.SlaveCommand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;

/// A service reads a topic on which bad messages come between good ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxIT {

  private static final List<String> handled = new CopyOnWriteArrayList<>();
  private static final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

  private KitStack stack;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceKit.class, WebKit.class, OutboxKit.class})
  static class Application {

    @Bean
    Consumer<byte[]> commands(Inbox inbox) {
      return inbox.each(Topics.SLAVE_COMMANDS, SlaveCommand.class, Application::handle);
    }

    @Bean
    Consumer<List<byte[]>> batches(Inbox inbox) {
      return inbox.batch(
          Topics.SLAVE_EVENTS, SlaveCommand.class, batch -> batch.forEach(Application::handle));
    }

    private static void handle(SlaveCommand command) {
      var run = ((CleanUpRun) command).run();
      var count = tries.computeIfAbsent(run, _ -> new AtomicInteger()).incrementAndGet();
      if (run.startsWith("bad")) {
        throw new DataIntegrityViolationException("PostgreSQL refuses it");
      }
      if (run.startsWith("away") && count < 6) {
        throw new TransientDataAccessResourceException("PostgreSQL is away");
      }
      handled.add(run);
    }
  }

  @BeforeAll
  void start() throws IOException {
    stack =
        new KitStack(
            Application.class,
            "--spring.cloud.function.definition=commands;batches",
            "--spring.cloud.stream.bindings.commands-in-0.destination=" + Topics.SLAVE_COMMANDS,
            "--spring.cloud.stream.bindings.commands-in-0.group=kit",
            "--spring.cloud.stream.bindings.commands-in-0.consumer.max-attempts=1",
            "--spring.cloud.stream.bindings.batches-in-0.destination=" + Topics.SLAVE_EVENTS,
            "--spring.cloud.stream.bindings.batches-in-0.group=kit",
            "--spring.cloud.stream.bindings.batches-in-0.consumer.batch-mode=true");
  }

  @AfterAll
  void stop() throws IOException {
    stack.close();
  }

  private void send(String topic, String run) throws Exception {
    var message =
        """
        {"type": "clean-up-run", "schema": 1, "at": "2026-11-27T10:00:00Z", "slave": "s", "run": "%s"}
        """;
    stack.send(topic, "s", message.formatted(run).getBytes(UTF_8));
  }

  private List<String> dead(String topic) {
    return stack.read(topic + Topics.DEAD).stream()
        .map(each -> new String(each.value(), UTF_8))
        .toList();
  }

  @Test
  void aMessageThatFailsEachTimeIsPutAsideAndTheNextOnesGoOn() throws Exception {
    send(Topics.SLAVE_COMMANDS, "good-1");
    send(Topics.SLAVE_COMMANDS, "bad-1");
    stack.send(Topics.SLAVE_COMMANDS, "s", "no JSON".getBytes(UTF_8));
    send(Topics.SLAVE_COMMANDS, "good-2");

    await().untilAsserted(() -> assertThat(handled).contains("good-1", "good-2"));
    assertThat(tries.get("bad-1")).hasValue(3);
    await()
        .untilAsserted(() ->
            assertThat(dead(Topics.SLAVE_COMMANDS))
                .anyMatch(each -> each.contains("bad-1"))
                .anyMatch(each -> each.equals("no JSON")));
  }

  @Test
  void aFailureThatPassesIsTriedUntilItHasPassed() throws Exception {
    send(Topics.SLAVE_COMMANDS, "away-1");

    await().untilAsserted(() -> assertThat(handled).contains("away-1"));
    assertThat(tries.get("away-1")).hasValue(6);
    assertThat(dead(Topics.SLAVE_COMMANDS)).noneMatch(each -> each.contains("away-1"));
  }

  @Test
  void ofABatchOnlyTheBadOnesArePutAside() throws Exception {
    send(Topics.SLAVE_EVENTS, "batch-1");
    send(Topics.SLAVE_EVENTS, "bad-in-batch");
    send(Topics.SLAVE_EVENTS, "batch-2");

    await().untilAsserted(() -> assertThat(handled).contains("batch-1", "batch-2"));
    await()
        .untilAsserted(() ->
            assertThat(dead(Topics.SLAVE_EVENTS))
                .hasSize(1)
                .allMatch(each -> each.contains("bad-in-batch")));
  }

  @Test
  void textsAreCleanWhenTheyArrive() throws Exception {
    send(Topics.SLAVE_COMMANDS, "nul\\u0000-half\\ud800-pair\\ud83d\\ude00");

    await().untilAsserted(() -> assertThat(handled).contains("nul-half\uFFFD-pair\uD83D\uDE00"));
  }
}
