package io.crowdbench.agent.control;

import io.crowdbench.agent.health.ClockEstimate;
import io.crowdbench.agent.health.Vitals;
import io.crowdbench.agent.publish.Publisher;
import io.crowdbench.agent.tunnel.KafkaAccess;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentCommand;
import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.agent.AgentGoodbye;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.agent.ChangeLoad;
import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RenewLease;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The long-lived process on a slave. Its main thread reads commands; a second one sends
/// heartbeats.
public final class Agent implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Agent.class);

  private final AgentSettings settings;
  private final KafkaAccess kafka;
  private final Publisher publisher;
  private final CommandReader commands;
  private final ClockEstimate clock = new ClockEstimate();
  private final RunSlot slot;
  private final Heartbeat heartbeat;

  public Agent(AgentSettings settings) {
    this.settings = settings;
    this.kafka = KafkaAccess.to(settings.brokers(), settings.tunnel());
    this.publisher = new Publisher(kafka.addresses());
    this.commands = new CommandReader(settings.slave(), kafka.addresses());
    this.slot =
        new RunSlot(
            settings, clock, this::publish, sample -> publisher.publish(Topics.SAMPLES, sample));
    this.heartbeat = new Heartbeat(settings, publisher, clock, new Vitals(), slot);
  }

  /// Returns when [#close] is called.
  public void run() {
    // Only once commands are listened for: whoever hears the hello may send one at once.
    commands.listen();
    var pid = ProcessHandle.current().pid();
    publish(
        new AgentHello(
            Message.SCHEMA, Instant.now(), settings.slave(), settings.epoch(), version(), pid));
    heartbeat.start();
    log.info(
        "Agent of slave {} listens, epoch {}, pid {}.", settings.slave(), settings.epoch(), pid);
    commands.each(this::obey);
  }

  private void obey(AgentCommand command) {
    if (command instanceof RenewLease renewed) {
      slot.renew(renewed);
      return;
    }
    if (command.epoch() != settings.epoch()) {
      log.info("Left out a command to epoch {}: {}", command.epoch(), command);
      return;
    }
    switch (command) {
      case PrepareRun prepare -> slot.prepare(prepare);
      case StartRun start -> slot.start(start);
      case ChangeLoad change -> slot.change(change);
      case StopRun stop -> slot.stop(stop);
      case RenewLease _ -> {
        // For everybody, whatever the epoch: done above.
      }
    }
  }

  private void publish(AgentEvent event) {
    publisher.publish(Topics.AGENT_EVENTS, event);
  }

  private static String version() {
    var version = Agent.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /// Ends in order: runner, goodbye, Kafka.
  @Override
  public void close() {
    heartbeat.close();
    slot.close();
    publish(new AgentGoodbye(Message.SCHEMA, Instant.now(), settings.slave(), settings.epoch()));
    publisher.close();
    commands.close();
    kafka.close();
  }
}
