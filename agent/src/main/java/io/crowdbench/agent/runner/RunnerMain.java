package io.crowdbench.agent.runner;

import io.crowdbench.agent.address.NoAddress;
import io.crowdbench.agent.crowd.Crowd;
import io.crowdbench.agent.crowd.OncePerRun;
import io.crowdbench.agent.crowd.WarmUp;
import io.crowdbench.agent.health.ClockEstimate.Clock;
import io.crowdbench.agent.health.Vitals;
import io.crowdbench.agent.journal.Journal;
import io.crowdbench.agent.publish.Publisher;
import io.crowdbench.agent.schedule.RunClock;
import io.crowdbench.agent.tunnel.KafkaAccess;
import io.crowdbench.agent.user.Addresses;
import io.crowdbench.agent.user.RunScope;
import io.crowdbench.agent.user.UserData;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.sample.FinalCounters;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/// The process that carries one run on one slave. Talks to its agent by lines of JSON (see
/// [RunnerCommand], [RunnerReport]) and to Kafka by itself, so that the agent is no bottleneck.
public final class RunnerMain {

  /// As `-XX:+ExitOnOutOfMemoryError` does.
  private static final int OUT_OF_MEMORY = 3;

  private final AgentLine agent;
  private final CompletableFuture<RunnerCommand.Start> start = new CompletableFuture<>();

  private RunnerMain(AgentLine agent) {
    this.agent = agent;
  }

  public static void main(String[] args) {
    // Whatever the actions print must not get between the reports.
    var agent = new AgentLine(System.in, System.out);
    // What we log ourselves is written however much the actions print.
    LoggerFactory.getLogger(RunnerMain.class);
    var log = System.err;
    Printed.to(log);
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught(log, thread, e));
    var code = 0;
    try {
      new RunnerMain(agent).run();
    } catch (OncePerRun.Failed | NoAddress e) {
      agent.report(new RunnerReport.Failed(String.valueOf(e.getMessage())));
      code = 1;
    } catch (OutOfMemoryError e) {
      uncaught(log, Thread.currentThread(), e);
    } catch (Throwable e) {
      // Whatever it is: a runner that neither works nor ends would hold its slave.
      LoggerFactory.getLogger(RunnerMain.class).error("The run can't be carried", e);
      agent.report(new RunnerReport.Failed(sentence(e)));
      code = 1;
    }
    // Threads that actions left behind must not keep the process.
    Runtime.getRuntime().halt(code);
  }

  /// An error of the world has a message for people; one of ours has a class that tells more.
  private static String sentence(Throwable e) {
    return e instanceof IOException && e.getMessage() != null
        ? "Could not carry the run: %s. Look into runner.log in the run's folder on the slave."
            .formatted(e.getMessage())
        : "The runner could not carry the run, by a fault of its own: %s. Please report it with runner.log from the run's folder on the slave."
            .formatted(e);
  }

  /// The JVM ends the process itself where the heap is full, but not where there are no more
  /// threads or direct buffers: what lacks them is not only the action that met it.
  private static void uncaught(PrintStream log, Thread thread, Throwable e) {
    log.println("In thread \"" + thread.getName() + "\": " + e);
    if (e instanceof OutOfMemoryError) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
    LoggerFactory.getLogger(RunnerMain.class).warn("A thread ended with an exception", e);
  }

  private void run()
      throws IOException, ReflectiveOperationException, InterruptedException, OncePerRun.Failed {
    if (!(agent.next() instanceof RunnerCommand.SetUp setUp)) {
      throw new IllegalStateException("the first command was no set-up");
    }
    var share = setUp.share();
    var bundle = Bundle.open(Path.of(share.bundlePath()), Path.of(setUp.folder()));
    var users = bundle.users().subList(share.firstUserId(), share.firstUserId() + share.userIds());
    var journal = Journal.in(Path.of(setUp.folder()));
    var instruments = new Crowd.Instruments(journal.counts());
    var clock = new RunClock();
    var scope =
        new RunScope(Addresses.target(share.target()), bundle.tables(), share.firstUserId());
    var crowd =
        new Crowd(bundle.actions(), scope, share.seed(), users, share.bounds(), clock, instruments);
    try (var kafka = KafkaAccess.to(setUp.brokers(), setUp.tunnel());
        var publisher = new Publisher(kafka.addresses());
        var once = once(share, bundle, scope, instruments)) {
      var vitals = new Vitals();
      vitals.startBeating();
      var stream = new Stream(setUp, publisher, instruments, vitals, journal);
      var load = new Load(share, crowd, clock, agent::report);
      Thread.ofPlatform().name("commands").daemon().start(() -> obey(stream, load, once));
      WarmUp.run();
      once.begin();
      agent.report(new RunnerReport.Ready());
      var counters = carry(load, stream, crowd, once);
      var lost = publisher.settle();
      if (lost != null) {
        throw new IOException("samples could not be brought to Kafka: " + lost.getMessage(), lost);
      }
      journal.delete();
      agent.report(new RunnerReport.Finished(counters));
    }
  }

  /// The actions whose set-up and tear-down of the run are this runner's, before the eyes of the
  /// first of its users, who is free before the load and after it.
  private static OncePerRun once(
      RunShare share, Bundle bundle, RunScope scope, Crowd.Instruments instruments) {
    var actions = new TreeMap<>(bundle.actions());
    actions.keySet().retainAll(share.leads());
    var user =
        actions.isEmpty() ? new UserData("", Map.of()) : bundle.users().get(share.firstUserId());
    return new OncePerRun(
        actions, user, scope, share.seed(), instruments.debug(), instruments.errors());
  }

  private FinalCounters carry(Load load, Stream stream, Crowd crowd, OncePerRun once)
      throws InterruptedException {
    var startNanos = AgentLine.nanoTime(start.join().atMillis());
    if (load.awaitStart(startNanos)) {
      agent.report(new RunnerReport.Started((System.nanoTime() - startNanos) / 1e6));
      var seconds = new Seconds(stream, crowd, startNanos);
      seconds.start();
      load.carry(startNanos);
      once.end();
      seconds.end();
    } else {
      once.end();
    }
    return stream.end();
  }

  private void obey(Stream stream, Load load, OncePerRun once) {
    while (true) {
      switch (agent.next()) {
        case RunnerCommand.Start at -> start.complete(at);
        case RunnerCommand.Change change ->
            load.change(change, AgentLine.nanoTime(change.atMillis()));
        case RunnerCommand.SetClock clock ->
            stream.setClock(new Clock(clock.offsetMillis(), clock.boundMillis()));
        case RunnerCommand.Stop _ -> {
          load.stop();
          once.stop();
          // Stopped before it was started: it starts at once, finds itself stopped, and ends in
          // order.
          start.complete(new RunnerCommand.Start(0));
          return;
        }
        case RunnerCommand.SetUp _ -> throw new IllegalStateException("a second set-up");
      }
    }
  }
}
