package io.crowdbench.ui.slaves.detail;

import static io.crowdbench.ui.slaves.FakeSlaves.slave;
import static io.crowdbench.ui.slaves.FakeSlaves.withNewKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.crowdbench.api.CheckLine;
import io.crowdbench.api.CheckLine.Outcome;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.FakeRuns;
import io.crowdbench.ui.slaves.FakeSlaves;
import io.crowdbench.ui.slaves.detail.LogOfSlave.Source;
import io.crowdbench.ui.slaves.remedy.HostKeyNotice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.slaves.detail")
class OneSlaveViewTest extends PageTest {

  private final Feed feed = new Feed();
  private FakeSlaves slaves = FakeSlaves.of();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  private OneSlaveView open(SlaveView slave) {
    slaves = FakeSlaves.of(slave);
    var view = new OneSlaveView(slaves, FakeRuns.of(FakeRuns.run("r1", RunState.COMPLETED)), feed);
    view.open(slave.id());
    UI.getCurrent().add(view);
    return view;
  }

  private String fact(String what) {
    return $(Span.class).withId("fact-" + what).single().getText();
  }

  private void click(String id) {
    test($(Button.class).withId(id).single()).click();
  }

  private static AgentHeartbeat heartbeat(int second, double cpu) {
    return new AgentHeartbeat(
        Message.SCHEMA,
        Instant.EPOCH.plusSeconds(second),
        "lab-1",
        1,
        -0.34,
        1.2,
        cpu,
        64 << 20,
        null);
  }

  private static SlaveState state(SlaveStage stage) {
    return new SlaveState("lab-1", "lab-1", "lab-1.test", 22, stage, 1, List.of());
  }

  @Test
  void itSaysWhatTheSlaveIs() {
    open(slave("lab-1", SlaveStage.READY));

    assertThat(fact("address")).isEqualTo("lab-1.test:22");
    assertThat(fact("login")).isEqualTo("bench, with a password");
    assertThat(fact("way-to-kafka")).isEqualTo("through SSH");
    assertThat(fact("host-key")).isEqualTo("SHA256:known");
    assertThat(fact("size")).isEqualTo("4 cores, 8.0 GB");
    assertThat(fact("agent-start")).isEqualTo("no. 1");
  }

  @Test
  void eachCheckIsALineWithItsRemedy() {
    var it = slave("lab-1", SlaveStage.UNUSABLE);
    var lines =
        List.of(
            new CheckLine("login", Outcome.OK, "as bench", null, 41),
            new CheckLine("disk space", Outcome.FAILED, "12 MB free", "Free 200 MB.", 7));
    open(
        new SlaveView(
            it.id(),
            it.name(),
            it.host(),
            it.port(),
            it.user(),
            it.login(),
            it.folder(),
            it.hostKey(),
            it.stage(),
            it.epoch(),
            it.problems(),
            it.labels(),
            it.jump(),
            null,
            false,
            lines,
            FakeSlaves.CHECKED_AT,
            it.facts(),
            null));
    var checks = $(CheckTable.class).single();

    assertThat(test(checks).getCellText(0, 0)).isEqualTo("login");
    assertThat(test(checks).getCellText(0, 3)).isEqualTo("41 ms");
    assertThat(test(checks).getCellComponent(1, 1).getElement().getText()).isEqualTo("failed");
    assertThat(test(checks).getCellComponent(1, 2).getElement().getTextRecursively())
        .isEqualTo("12 MB freeFree 200 MB.");
  }

  @Test
  void heartbeatsAreDrawnFromWhenThePageWasOpened() {
    open(slave("lab-1", SlaveStage.READY));

    feed.receive(heartbeat(100, 0.5));
    feed.receive(heartbeat(101, 0.25));

    eventually(() ->
        assertThat($(Span.class).withId("pulse").single().getText())
            .isEqualTo("CPU 25 %, heap 64 MB, clock -0.3 ms ± 1.2 ms; shown for 0:01"));
    assertThat(Pulse.of(heartbeat(101, 0.25), Instant.EPOCH.plusSeconds(100)))
        .isEqualTo(new Pulse(1, 25.0, 64, -0.34));
    assertThat(fact("last-heard")).doesNotContain("–");
  }

  @Test
  void stageAndProblemsFollowTheEvents() {
    open(slave("lab-1", SlaveStage.CHECKING));
    slaves.known.put("lab-1", slave("lab-1", SlaveStage.UNUSABLE, "The disk is full."));

    feed.receive(new SlaveChanged(Message.SCHEMA, Instant.EPOCH, state(SlaveStage.UNUSABLE)));

    eventually(() -> {
      assertThat($(Div.class).withId("slave-stage").single().getElement().getTextRecursively())
          .isEqualTo("unusable");
      assertThat($(Notice.class).withId("problems").all())
          .singleElement()
          .extracting(it -> it.getElement().getTextRecursively())
          .isEqualTo("The disk is full.");
    });
    click("deploy-again-lab-1");
    assertThat(slaves.asked).containsExactly("deploy lab-1");
  }

  @Test
  void aChangedKeyIsShownBesideTheOldAndAcceptedOnPurpose() {
    open(withNewKey("lab-1"));
    assertThat($(HostKeyNotice.class).single().getElement().getTextRecursively())
        .contains("The host key of lab-1 has changed")
        .contains("SHA256:known")
        .contains("SHA256:new")
        .contains("somebody stands in between");

    click("accept-key");
    assertThat(slaves.asked).isEmpty();
    assertThat($(Dialog.class).withId("confirm").single().getElement().getTextRecursively())
        .contains("SHA256:new");
    click("confirm-yes");

    assertThat(slaves.asked).containsExactly("accept SHA256:new of lab-1");
    assertThat($(HostKeyNotice.class).all()).isEmpty();
  }

  @Test
  void theLogIsFetchedSearchedAndDownloaded() {
    open(slave("lab-1", SlaveStage.READY));
    slaves.log = "one started\ntwo failed\nthree ended\n";
    assertThat(slaves.asked).isEmpty();

    click("log-fetch");
    eventually(() -> assertThat($(Pre.class).withId("slave-log").all()).isNotEmpty());
    assertThat(log()).isEqualTo("one started\ntwo failed\nthree ended");
    test($(TextField.class).withId("log-search").single()).setValue("FAILED");

    assertThat(log()).isEqualTo("two failed");
    assertThat($(Span.class).withId("log-count").single().getText()).isEqualTo("1 of 3 lines");
    assertThat($(Anchor.class).withText("Download").single().getHref())
        .isEqualTo("api/slaves/lab-1/log?lines=5000&run=");
    assertThat(slaves.asked).containsExactly("log agent 200");
  }

  private String log() {
    return $(Pre.class).withId("slave-log").single().getText();
  }

  @Test
  void aFollowedLogIsFetchedAgain() {
    open(slave("lab-1", SlaveStage.READY));
    slaves.log = "one\n";
    test($(Checkbox.class).withId("log-follow").single()).click();
    eventually(() -> assertThat($(Pre.class).withId("slave-log").all()).isNotEmpty());

    slaves.log = "one\ntwo\n";

    eventually(() -> assertThat(log()).isEqualTo("one\ntwo"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void theRunsItCarriedLeadToTheirPagesAndLogs() {
    open(slave("lab-1", SlaveStage.READY));

    eventually(() ->
        assertThat($(Anchor.class, $(CarriedRuns.class).single()).all())
            .extracting(Anchor::getHref)
            .containsExactly("runs/r1"));
    var sources = (Select<Source>) $(Select.class).withId("log-source").single();
    assertThat(sources.getListDataView().getItems().map(Source::run)).containsExactly("", "r1");
  }

  @Test
  void runsOfOtherSlavesAreLeftOut() {
    open(slave("office", SlaveStage.READY));

    eventually(() ->
        assertThat($(CarriedRuns.class).single().getElement().getTextRecursively())
            .isEqualTo("None of the latest 50 runs."));
  }

  @Test
  void oneThatIsRemovedIsGone() {
    var view = open(slave("lab-1", SlaveStage.READY));
    feed.receive(new SlaveRemoved(Message.SCHEMA, Instant.EPOCH, state(SlaveStage.READY)));

    eventually(
        () -> assertThat(view.getElement().getTextRecursively()).contains("has been removed"));
    assertThat($(Button.class).withId("check").all()).isEmpty();
  }

  @Test
  void oneThatIsNotThereIsSaidInASentence() {
    var view = new OneSlaveView(FakeSlaves.of(), FakeRuns.of(), feed);
    view.open("nobody");
    UI.getCurrent().add(view);

    assertThat($(Notice.class).single().getElement().getTextRecursively())
        .isEqualTo("There is no slave nobody.");
  }
}
