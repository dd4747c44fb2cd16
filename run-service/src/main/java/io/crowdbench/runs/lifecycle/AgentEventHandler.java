package io.crowdbench.runs.lifecycle;

import io.crowdbench.kit.Inbox;
import io.crowdbench.kit.Inbox.Timed;
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
import io.crowdbench.runs.lifecycle.ActiveRuns.MemberRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  Consumer<Message<List<byte[]>>> agentEvents(Inbox inbox) {
    return inbox.batchTimed(Topics.AGENT_EVENTS, AgentEvent.class, this::handle);
  }

  /// What came together is handled together: one change of a run for all that its slaves said, as
  /// long as no agent begins or ends in between.
  private void handle(List<Timed<AgentEvent>> events) {
    var heartbeats = new ArrayList<AgentHeartbeat>();
    var rules = new LinkedHashMap<String, List<Conductor.Rule>>();
    var begun = new HashMap<String, Long>();
    var ended = new HashMap<String, Long>();
    for (var timed : events) {
      var event = timed.message();
      liveness.seen(event.slave(), timed.at());
      switch (event) {
        case AgentHeartbeat heartbeat -> heartbeats.add(heartbeat);
        case RunnerEvent runner -> {
          leave(ended);
          takeOver(begun);
          rules
              .computeIfAbsent(runner.run(), _ -> new ArrayList<>())
              .add(
                  ActiveRuns.onMember(
                      runner.slave(), runner.epoch(), (run, member) -> turn(runner, run, member)));
        }
        case AgentHello hello -> {
          apply(rules);
          begun.merge(hello.slave(), hello.epoch(), Math::max);
        }
        case AgentGoodbye goodbye -> {
          apply(rules);
          ended.merge(goodbye.slave(), goodbye.epoch(), Math::max);
        }
      }
    }
    apply(rules);
    leave(ended);
    takeOver(begun);
    foreign.check(heartbeats);
  }

  private void apply(Map<String, List<Conductor.Rule>> rules) {
    rules.forEach(conductor::change);
    rules.clear();
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

  /// An agent that ends in order takes its runner with it.
  ///
  /// @param epochs of agents that have ended, by the slave's id; emptied
  private void leave(Map<String, Long> epochs) {
    change(
        epochs,
        (run, member) ->
            member.epoch() <= epochs.getOrDefault(member.slave(), -1L)
                ? Lifecycle.lost(run, member, agentEnded(member), brokerTime.now())
                : Transition.none(run));
  }

  /// An agent that begins has no runner of the one before it.
  ///
  /// @param epochs of agents that have begun, by the slave's id; emptied
  private void takeOver(Map<String, Long> epochs) {
    change(
        epochs,
        (run, member) -> {
          var epoch = epochs.getOrDefault(member.slave(), -1L);
          if (member.epoch() >= epoch) {
            return Transition.none(run);
          }
          return Lifecycle.canBePreparedAnew(run)
              ? Lifecycle.takenOver(run, member, epoch, brokerTime.now())
              : Lifecycle.lost(run, member, agentEnded(member), brokerTime.now());
        });
  }

  private void change(Map<String, Long> epochs, MemberRule rule) {
    if (!epochs.isEmpty()) {
      active.changeMembers(rule);
      epochs.clear();
    }
  }

  private static String agentEnded(Member member) {
    return "The agent of slave " + member.name() + " ended in the middle of the run.";
  }
}
