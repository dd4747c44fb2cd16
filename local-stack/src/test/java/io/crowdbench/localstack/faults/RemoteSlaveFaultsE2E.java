package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import io.crowdbench.localstack.OpenSshHosts;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.run.RunState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Slaves on hosts from which nothing leads to Kafka but the SSH session: with OpenSSH's own
/// server, from bare to the end of runs.
@UnderFaults
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteSlaveFaultsE2E {

  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final int COUNT = 3;

  private static Optional<OpenSshHosts> hosts = Optional.empty();

  @BeforeAll
  static void startHosts() {
    hosts = OpenSshHosts.tryToStart(COUNT);
  }

  @AfterAll
  static void stopHosts() throws IOException {
    if (hosts.isPresent()) {
      hosts.get().close();
    }
  }

  @Test
  @Order(1)
  void threeBareHostsCarryARun(FaultStack stack) {
    hosts();
    for (int number = 1; number <= COUNT; number++) {
      var slave =
          new SlaveRegistration(
              name(number),
              OpenSshHosts.address(number),
              22,
              OpenSshHosts.USER,
              OpenSshHosts.PASSWORD,
              null,
              null);
      stack.slaves().api().deploy(stack.slaves().api().register(slave).orThrow().id()).orThrow();
    }
    await("slaves that are ready").atMost(TIMEOUT).until(() -> allReady(stack));

    start(stack, 4).completes();
  }

  /// Everything goes to and from it through one session, which is cut longer than it lasts.
  @Test
  @Order(2)
  void aHostIsCutOffForTwentySeconds(FaultStack stack, Chance chance) {
    var run = start(stack, 120);
    run.awaitServed(chance.between(1, 100));

    hosts().cut(1);
    run.awaitState(RunState.ABORTED);
    Signals.pass(Duration.ofSeconds(20));
    hosts().heal(1);

    run.endsAs(RunState.ABORTED, "Slave " + name(1) + " has not been heard of");
    // The cut took requests away, too: the site can't have counted all of them.
    assertThat(run.completeness().path("problems")).isEmpty();
    await("it is found again").atMost(TIMEOUT).until(() -> allReady(stack));
    start(stack, 2).completes();
  }

  @Test
  @Order(3)
  void provisionerServiceIsKilledUnderLoad(FaultStack stack, Chance chance) {
    var run = start(stack, 30);
    run.awaitServed(chance.between(1, 100));

    stack.provisionerService().kill();
    stack.provisionerService().start();

    run.completes();
    await("slaves that are ready").atMost(TIMEOUT).until(() -> allReady(stack));
    start(stack, 2).completes();
  }

  @Test
  @Order(4)
  void aHostIsPoweredOff(FaultStack stack, Chance chance) {
    var run = start(stack, 120);
    run.awaitServed(chance.between(1, 100));

    hosts().powerOff(2);

    run.awaitState(RunState.ABORTED);
    assertThat(run.view().reason()).contains("Slave " + name(2) + " has not been heard of");
    await("the slave is lost")
        .atMost(TIMEOUT)
        .until(() -> view(stack, 2).stage() == SlaveStage.LOST);
    IntStream.rangeClosed(1, COUNT)
        .forEach(number -> stack.slaves().api().remove(view(stack, number).id()).orThrow());
  }

  private static OpenSshHosts hosts() {
    assumeThat(hosts).as("hosts with OpenSSH, which only root can make").isPresent();
    return hosts.orElseThrow();
  }

  private static String name(int number) {
    return "remote-" + number;
  }

  private static SlaveView view(FaultStack stack, int number) {
    return stack.slaves().view(name(number));
  }

  private static boolean allReady(FaultStack stack) {
    return IntStream.rangeClosed(1, COUNT).allMatch(number -> view(stack, number).ready());
  }

  private static LoadRun start(FaultStack stack, int seconds) {
    hosts();
    var site = "http://%s:%d".formatted(OpenSshHosts.HERE, stack.site().port());
    var names = IntStream.rangeClosed(1, COUNT).mapToObj(RemoteSlaveFaultsE2E::name).toList();
    return new Shop(stack).start(seconds, List.of(), Map.of("slaves", names, "target", site));
  }
}
