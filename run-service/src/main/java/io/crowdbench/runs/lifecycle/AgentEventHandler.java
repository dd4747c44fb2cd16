package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentEvent;
import io.crowdbench.messages.agent.AgentGoodbye;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.agent.AgentHello;
import io.crowdbench.messages.agent.RunnerEvent;
import io.crowdbench.messages.agent.RunnerFailed;
import io.crowdbench.messages.agent.RunnerFinished;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.RunnerReady;
import io.crowdbench.messages.agent.RunnerStarted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Hears what agents tell on `agent-events`.
@Configuration(proxyBeanMethods = false)
class AgentEventHandler {

  /// Time for the start command to reach every agent before the start is due.
  private static final Duration LEAD = Duration.ofMillis(1_500);

  private final Conductor conductor;
  private final ActiveRuns active;
  private final Silence silence;
  private final BrokerTime brokerTime;
  private final Clock clock;

  AgentEventHandler(
      Conductor conductor, ActiveRuns active, Silence silence, BrokerTime brokerTime, Clock clock) {
    this.conductor = conductor;
    this.active = active;
    this.silence = silence;
    this.brokerTime = brokerTime;
    this.clock = clock;
  }

  @Bean
  Consumer<Message<byte[]>> agentEvents(Inbox inbox) {
    return inbox.eachTimed(Topics.AGENT_EVENTS, AgentEvent.class, this::handle);
  }

  private void handle(AgentEvent event, Instant appended) {
    brokerTime.observe(appended);
    silence.heard(event.slave());
    switch (event) {
      case RunnerEvent runner -> handle(runner);
      case AgentHello hello -> forgetOlder(hello.slave(), hello.epoch());
      case AgentGoodbye goodbye -> forgetOlder(goodbye.slave(), goodbye.epoch() + 1);
      case AgentHeartbeat _ -> {}
    }
  }

  private void handle(RunnerEvent event) {
    conductor.change(
        event.run(),
        run ->
            run.member(event.slave(), event.epoch())
                .map(member -> turn(event, run, member))
                .orElseGet(() -> Turn.none(run)));
  }

  private Turn turn(RunnerEvent event, Run run, Member member) {
    var now = clock.instant();
    return switch (event) {
      case RunnerReady _ -> Lifecycle.ready(run, member, brokerTime.now().plus(LEAD), now);
      case RunnerStarted started -> Lifecycle.started(run, member, started, now);
      case RunnerProgress progress -> Lifecycle.progressed(run, member, progress, now);
      case RunnerFinished finished -> Lifecycle.finished(run, member, finished.counters(), now);
      case RunnerFailed failed ->
          Lifecycle.lost(run, member, "Slave " + member.name() + ": " + failed.problem(), now);
    };
  }

  /// An agent that starts anew, or ends, has no runner of before any more.
  private void forgetOlder(String slave, long epoch) {
    active.changeMembers((run, member) ->
        member.slave().equals(slave) && member.epoch() < epoch
            ? Lifecycle.lost(
                run,
                member,
                "The agent of slave " + member.name() + " ended in the middle of the run.",
                clock.instant())
            : Turn.none(run));
  }
}
