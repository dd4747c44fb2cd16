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
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Takes what agents publish on `agent-events`.
@Configuration(proxyBeanMethods = false)
class AgentEventHandler {

  private final Conductor conductor;
  private final ActiveRuns active;
  private final Liveness liveness;
  private final ForeignRuns foreign;
  private final BrokerTime brokerTime;

  AgentEventHandler(
      Conductor conductor,
      ActiveRuns active,
      Liveness liveness,
      ForeignRuns foreign,
      BrokerTime brokerTime) {
    this.conductor = conductor;
    this.active = active;
    this.liveness = liveness;
    this.foreign = foreign;
    this.brokerTime = brokerTime;
  }

  @Bean
  Consumer<Message<byte[]>> agentEvents(Inbox inbox) {
    return inbox.eachTimed(Topics.AGENT_EVENTS, AgentEvent.class, this::handle);
  }

  private void handle(AgentEvent event, Instant appended) {
    liveness.seen(event.slave(), appended);
    switch (event) {
      case RunnerEvent runner -> handle(runner);
      case AgentHello hello -> forgetOlder(hello.slave(), hello.epoch());
      case AgentGoodbye goodbye -> forgetOlder(goodbye.slave(), goodbye.epoch() + 1);
      case AgentHeartbeat heartbeat -> foreign.check(heartbeat);
    }
  }

  private void handle(RunnerEvent event) {
    conductor.change(
        event.run(),
        run ->
            run.member(event.slave(), event.epoch())
                .map(member -> turn(event, run, member))
                .orElseGet(() -> Transition.none(run)));
  }

  private Transition turn(RunnerEvent event, Run run, Member member) {
    var now = brokerTime.now();
    return switch (event) {
      case RunnerReady _ -> ready(run, member, now);
      case RunnerStarted started -> Lifecycle.started(run, member, started, now);
      case RunnerProgress progress -> Lifecycle.progressed(run, member, progress, now);
      case RunnerFinished finished ->
          Lifecycle.finished(run, member, finished.counters(), finished.early(), now);
      case RunnerFailed failed ->
          Lifecycle.lost(run, member, "Slave " + member.name() + ": " + failed.problem(), now);
    };
  }

  /// A start is set by the broker's clock only, so it waits until that is known.
  private Transition ready(Run run, Member member, Instant now) {
    var ready = Lifecycle.ready(run, member);
    return brokerTime.isKnown() && Lifecycle.waitsForStart(ready.run())
        ? Lifecycle.schedule(ready.run(), now.plus(Lifecycle.START_LEAD), now)
        : ready;
  }

  /// An agent that starts anew, or ends, has no runner of before any more.
  private void forgetOlder(String slave, long epoch) {
    active.changeMembers((run, member) ->
        member.slave().equals(slave) && member.epoch() < epoch
            ? Lifecycle.lost(
                run,
                member,
                "The agent of slave " + member.name() + " ended in the middle of the run.",
                brokerTime.now())
            : Transition.none(run));
  }
}
