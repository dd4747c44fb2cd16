package io.crowdbench.ui.slaves.table;

import static io.crowdbench.ui.slaves.FakeSlaves.labelled;
import static io.crowdbench.ui.slaves.FakeSlaves.slave;
import static io.crowdbench.ui.slaves.FakeSlaves.withNewKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.slaves.FakeSlaves;
import io.crowdbench.ui.slaves.Slaves;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.slaves.table")
class SlavesViewTest extends PageTest {

  private static final int SLAVE = 0;
  private static final int WAY = 2;
  private static final int SIZE = 3;
  private static final int CPU = 4;
  private static final int CLOCK = 5;
  private static final int PROBLEMS = 6;
  private final Feed feed = new Feed();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  @SuppressWarnings("unchecked")
  private Grid<SlaveView> open(Slaves slaves) {
    var view = new SlavesView(slaves, feed);
    UI.getCurrent().add(view);
    return $(Grid.class, view).withId("slaves").all().isEmpty()
        ? new Grid<>()
        : $(Grid.class, view).withId("slaves").single();
  }

  private String text(Grid<SlaveView> grid, int row, int column) {
    return test(grid).getCellComponent(row, column).getElement().getTextRecursively();
  }

  private String figure(String id) {
    return $(Span.class).withId(id).single().getText();
  }

  private void click(String id) {
    test($(Button.class).withId(id).single()).click();
  }

  private static AgentHeartbeat heartbeat(String slave, double cpu, @Nullable String run) {
    return new AgentHeartbeat(
        Message.SCHEMA, Instant.EPOCH, slave, 1, -0.34, 1.2, cpu, 1_000_000, run);
  }

  @Test
  void slavesStandByName() {
    var grid =
        open(
            FakeSlaves.of(
                labelled("lab-2", SlaveStage.READY, "big", "lab"),
                slave("lab-1", SlaveStage.UNUSABLE)));

    assertThat(test(grid).size()).isEqualTo(2);
    assertThat(text(grid, 0, SLAVE)).isEqualTo("lab-1lab-1.test:22");
    assertThat(text(grid, 1, SLAVE)).isEqualTo("lab-2lab-2.test:22biglab");
    assertThat(test(grid).getCellText(1, WAY)).isEqualTo("through SSH");
    assertThat(test(grid).getCellText(1, SIZE)).isEqualTo("4 cores, 8.0 GB");
    assertThat(test(grid).getCellText(1, CPU)).isEqualTo("–");
  }

  @Test
  void aRowLeadsToTheSlavesPage() {
    var grid = open(FakeSlaves.of(slave("lab-1", SlaveStage.READY)));

    assertThat($(Anchor.class, (Div) test(grid).getCellComponent(0, SLAVE)).single().getHref())
        .isEqualTo("slaves/lab-1");
  }

  @Test
  void theReadyAreAddedUp() {
    open(
        FakeSlaves.of(
            slave("lab-1", SlaveStage.READY),
            slave("lab-2", SlaveStage.READY),
            slave("lab-3", SlaveStage.UNUSABLE, "It is off.")));

    assertThat(figure("total-ready")).isEqualTo("2 of 3");
    assertThat(figure("total-cores")).isEqualTo("8");
    assertThat(figure("total-memory")).isEqualTo("16.0 GB");
    assertThat(figure("total-problems")).isEqualTo("1");
  }

  @Test
  void heartbeatsAndEventsComeInLive() {
    var slaves =
        FakeSlaves.of(
            labelled("lab-1", SlaveStage.STARTING, "big"), slave("lab-2", SlaveStage.READY));
    var grid = open(slaves);
    var state = new SlaveState("lab-1", "lab-1", "lab-1.test", 22, SlaveStage.READY, 1, List.of());
    var gone = new SlaveState("lab-2", "lab-2", "lab-2.test", 22, SlaveStage.READY, 1, List.of());
    slaves.known.remove("lab-2");
    slaves.known.put("lab-1", labelled("lab-1", SlaveStage.READY, "big", "new"));
    feed.receive(new SlaveChanged(Message.SCHEMA, Instant.EPOCH, state));
    feed.receive(new SlaveRemoved(Message.SCHEMA, Instant.EPOCH, gone));
    feed.receive(heartbeat("lab-1", 0.17, null));

    eventually(() -> {
      assertThat(test(grid).size()).isOne();
      assertThat(test(grid).getCellText(0, CPU)).isEqualTo("17 %");
      assertThat(test(grid).getCellText(0, CLOCK)).isEqualTo("-0.3 ms ± 1.2 ms");
    });
    // What no event tells is asked for again.
    eventually(() -> assertThat(text(grid, 0, SLAVE)).endsWith("bignew"));
  }

  @Test
  void aFilterLeavesWhatMatches() {
    var grid =
        open(
            FakeSlaves.of(
                labelled("lab-1", SlaveStage.READY, "big"),
                labelled("lab-2", SlaveStage.LOST, "big"),
                labelled("office", SlaveStage.READY, "small")));

    test($(TextField.class).withId("filter-text").single()).setValue("LAB");
    assertThat(names(grid)).containsExactly("lab-1", "lab-2");
    stages().setValue(Set.of(SlaveStage.LOST));
    assertThat(names(grid)).containsExactly("lab-2");
    stages().clear();
    test($(TextField.class).withId("filter-text").single()).setValue("");
    labels().setValue(Set.of("small"));
    assertThat(names(grid)).containsExactly("office");
  }

  @SuppressWarnings("unchecked")
  private MultiSelectComboBox<SlaveStage> stages() {
    return $(MultiSelectComboBox.class).withId("filter-stages").single();
  }

  @SuppressWarnings("unchecked")
  private MultiSelectComboBox<String> labels() {
    return $(MultiSelectComboBox.class).withId("filter-labels").single();
  }

  private List<String> names(Grid<SlaveView> grid) {
    return Stream.iterate(0, row -> row < test(grid).size(), row -> row + 1)
        .map(row -> test(grid).getRow(row).name())
        .toList();
  }

  @Test
  void allChosenAreCheckedAtOnce() {
    var slaves =
        FakeSlaves.of(
            slave("lab-1", SlaveStage.READY),
            slave("lab-2", SlaveStage.READY),
            slave("lab-3", SlaveStage.READY));
    slaves.refusals.put("lab-3", "lab-3 is busy.");
    var grid = open(slaves);
    assertThat($(Button.class).withId("check").single().isEnabled()).isFalse();

    grid.select(test(grid).getRow(0));
    grid.select(test(grid).getRow(2));
    click("check");

    eventually(() -> assertThat(problems()).isEqualTo("lab-3 is busy."));
    assertThat(slaves.sortedAsked()).containsExactly("check lab-1", "check lab-3");
  }

  @Test
  void whatDestroysSomethingSaysToHowManyAndWaitsForAYes() {
    var slaves = FakeSlaves.of(slave("lab-1", SlaveStage.READY), slave("lab-2", SlaveStage.READY));
    var grid = open(slaves);
    feed.receive(heartbeat("lab-2", 0.5, "run-1"));
    eventually(() -> assertThat(test(grid).getCellText(1, CPU)).isEqualTo("50 %"));

    test(grid).selectAll();
    click("remove");
    var dialog = $(Dialog.class).withId("confirm").single();
    assertThat(dialog.getHeaderTitle()).isEqualTo("Remove 2 slaves?");
    assertThat(dialog.getElement().getTextRecursively())
        .contains("A run is under way on lab-2 now.");
    assertThat(slaves.asked).isEmpty();
    click("confirm-yes");

    eventually(() -> assertThat(figure("done")).isEqualTo("Removed 2 slaves."));
    assertThat(slaves.sortedAsked()).containsExactly("remove lab-1", "remove lab-2");
    eventually(() -> assertThat($(Div.class).withId("no-slaves").all()).isNotEmpty());
  }

  @Test
  void whoIsFilteredOutIsNotChosenAnyMore() {
    var slaves = FakeSlaves.of(slave("lab-1", SlaveStage.READY), slave("office", SlaveStage.READY));
    var grid = open(slaves);
    test(grid).selectAll();

    test($(TextField.class).withId("filter-text").single()).setValue("office");
    click("check");

    eventually(() -> assertThat(figure("done")).isEqualTo("Checking office."));
    assertThat(slaves.asked).containsExactly("check office");
  }

  @Test
  void rowsStayChosenWhileTheyChange() {
    var slaves = FakeSlaves.of(slave("lab-1", SlaveStage.READY), slave("lab-2", SlaveStage.READY));
    var grid = open(slaves);
    grid.select(test(grid).getRow(0));

    var lost = new SlaveState("lab-1", "lab-1", "lab-1.test", 22, SlaveStage.LOST, 1, List.of());
    slaves.known.put("lab-1", slave("lab-1", SlaveStage.LOST));
    feed.receive(new SlaveChanged(Message.SCHEMA, Instant.EPOCH, lost));
    eventually(() -> assertThat(test(grid).getRow(0).stage()).isEqualTo(SlaveStage.LOST));
    click("deploy");

    eventually(() -> assertThat(slaves.asked).containsExactly("deploy lab-1"));
  }

  @Test
  void aProblemHasItsRemedyInTheRow() {
    var slaves =
        FakeSlaves.of(
            withNewKey("lab-1"), slave("lab-2", SlaveStage.UNUSABLE, "The disk is full."));
    var grid = open(slaves);

    assertThat(text(grid, 0, PROBLEMS))
        .isEqualTo("The host key has changed.Accept the new key …Edit …");
    assertThat(text(grid, 1, PROBLEMS)).isEqualTo("The disk is full.Install againEdit …");

    var again =
        $(Button.class, (Div) test(grid).getCellComponent(1, PROBLEMS))
            .withText("Install again")
            .single();
    test(again).click();
    assertThat(slaves.asked).containsExactly("deploy lab-2");
  }

  @Test
  void theListCanBeTakenAway() {
    open(FakeSlaves.of(slave("lab-1", SlaveStage.READY)));

    click("export-slaves");

    assertThat($(TextArea.class).withId("export-text").single().getValue())
        .isEqualTo("slaves:\n- name: lab-1\n");
  }

  @Test
  void anEmptyPageSaysWhatToDo() {
    open(FakeSlaves.of());

    assertThat($(Div.class).withId("no-slaves").single().getElement().getTextRecursively())
        .contains("SSH server that you can log in to")
        .endsWith("Add slaves");
  }

  @Test
  void anAbsentProvisionerIsSaidInASentence() {
    open(FakeSlaves.away());

    assertThat(problems()).isEqualTo("Could not ask provisioner-service.");
    assertThat($(Div.class).withId("no-slaves").all()).isEmpty();
  }

  private String problems() {
    return $(Notice.class).first().getElement().getTextRecursively();
  }
}
