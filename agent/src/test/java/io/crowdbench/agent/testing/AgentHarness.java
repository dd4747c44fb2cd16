package io.crowdbench.agent.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.control.Agent;
import io.crowdbench.agent.control.AgentSettings;
import io.crowdbench.agent.publish.Publisher;
import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.agent.RunnerEvent;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.debuglog.DebugLine;
import io.crowdbench.messages.debuglog.DebugMessage;
import io.crowdbench.messages.sample.SampleMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

/// An agent over an embedded Kafka, and the other side of the line: commands to it, all it tells.
public final class AgentHarness implements AutoCloseable {

  private static final String SLAVE = "slave-1";
  private static final long EPOCH = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final EmbeddedKafka kafka;
  private final Agent agent;
  private final Publisher publisher;
  private final TopicLog log;

  private AgentHarness(EmbeddedKafka kafka, Agent agent) {
    this.kafka = kafka;
    this.agent = agent;
    this.publisher = new Publisher(kafka.brokers());
    this.log = new TopicLog(kafka.brokers());
  }

  public static AgentHarness start(Path folder) throws IOException {
    var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    makeTopics(kafka.brokers());
    var agent =
        new Agent(
            new AgentSettings(
                SLAVE,
                EPOCH,
                kafka.brokers(),
                null,
                folder,
                "256m",
                java.time.Duration.ofSeconds(60)));
    Thread.ofPlatform().name("agent").daemon().start(agent::run);
    var harness = new AgentHarness(kafka, agent);
    try {
      harness.awaitAgent();
      return harness;
    } catch (Throwable e) {
      // A broker whose folder is deleted under it ends the whole JVM, and with it other tests.
      harness.close();
      throw e;
    }
  }

  private void awaitAgent() {
    first(AgentEvent.class, AgentHello.class::isInstance);
    // Only then the agent knows its clock's distance.
    first(AgentEvent.class, e -> e instanceof AgentHeartbeat beat && beat.clockBoundMillis() >= 0);
  }

  private static void makeTopics(String brokers) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin
          .createTopics(
              Topics.ALL.stream()
                  .map(t -> new NewTopic(t.name(), t.partitions(), (short) 1).configs(t.config()))
                  .toList())
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
  }

  public void prepare(String run, RunShare share) {
    tell(new PrepareRun(Message.SCHEMA, Instant.now(), SLAVE, EPOCH, run, share));
  }

  public void startNow(String run) {
    var at = Instant.now().plusMillis(500);
    tell(new StartRun(Message.SCHEMA, Instant.now(), SLAVE, EPOCH, run, at));
  }

  /// Changes the load from 200 ms from now on.
  public void change(String run, long change, List<ShareStep> steps, int step, boolean paused) {
    var from = Instant.now().plusMillis(200);
    tell(
        new ChangeLoad(
            Message.SCHEMA, Instant.now(), SLAVE, EPOCH, run, change, from, steps, step, paused));
  }

  public void stop(String run) {
    tell(new StopRun(Message.SCHEMA, Instant.now(), SLAVE, EPOCH, run, "the test says so"));
  }

  private void tell(Message command) {
    publisher.publish(Topics.AGENT_COMMANDS, command);
  }

  /// Waits for that event of that run.
  public <E extends RunnerEvent> E await(String run, Class<E> type) {
    return type.cast(
        first(
            AgentEvent.class,
            event -> type.isInstance(event) && type.cast(event).run().equals(run)));
  }

  /// Waits until the runner tells that it is so far.
  public RunnerProgress awaitProgress(String run, Predicate<RunnerProgress> wanted) {
    return (RunnerProgress)
        first(
            AgentEvent.class,
            event ->
                event instanceof RunnerProgress progress
                    && progress.run().equals(run)
                    && wanted.test(progress));
  }

  private <M extends Message> M first(Class<M> family, Predicate<? super M> wanted) {
    Awaitility.await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(50))
        // When it fails it tells what came instead.
        .untilAsserted(() -> assertThat(log.read(family)).anyMatch(wanted));
    return log.read(family).stream().filter(wanted).findFirst().orElseThrow();
  }

  /// All samples of that run, in order.
  public List<SampleMessage> samples(String run) {
    return log.read(SampleMessage.class).stream().filter(s -> s.run().equals(run)).toList();
  }

  public List<DebugLine> debugLines(String run) {
    return debug(run, DebugLine.class);
  }

  public List<CapturedFailure> failures(String run) {
    return debug(run, CapturedFailure.class);
  }

  private <T extends DebugMessage> List<T> debug(String run, Class<T> type) {
    return log.read(DebugMessage.class).stream()
        .filter(message -> message.run().equals(run))
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Override
  public void close() {
    agent.close();
    log.close();
    publisher.close();
    kafka.close();
  }
}
