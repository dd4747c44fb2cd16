package io.crowdbench.ui.home;

import static io.crowdbench.ui.runs.FakeRuns.listed;
import static io.crowdbench.ui.runs.FakeRuns.run;
import static io.crowdbench.ui.slaves.FakeSlaves.slave;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.api.Result;
import io.crowdbench.api.Result.Ok;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.FakeRuns;
import io.crowdbench.ui.slaves.FakeSlaves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.base")
class HomeViewTest extends PageTest {

  private final Feed feed = new Feed();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  @Test
  void itSaysWhatIsUp() {
    var slaves = FakeSlaves.of(slave("lab-1", SlaveStage.READY), slave("lab-2", SlaveStage.LOST));
    var runs = FakeRuns.of(run("one", RunState.COMPLETED), run("two", RunState.RUNNING));
    UI.getCurrent().add(new HomeView(slaves, runs, new FakeGroundwork(), Map::of, feed));

    assertThat($(Span.class).withId("slaves-ready").single().getText()).isEqualTo("1 of 2");
    assertThat($(Span.class).withId("runs-now").single().getText()).isEqualTo("1");
    assertThat($(Span.class).withId("runs-ended").single().getText()).isEqualTo("1");
    assertThat($(Paragraph.class).withId("next").single().getText())
        .isEqualTo("Watch “Plan two”, which is under way.");
  }

  @Test
  void itSaysHowManyMessagesWerePutAside() {
    var view =
        new HomeView(
            FakeSlaves.of(),
            FakeRuns.of(),
            new FakeGroundwork(),
            () -> Map.of("crowdbench.agent-events.v1", 3L),
            feed);
    UI.getCurrent().add(view);

    assertThat($(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .anySatisfy(text ->
            assertThat(text).contains("3 messages").contains("crowdbench.agent-events.v1.dead"));
  }

  @Test
  void theNextStepFollowsFromWhatThereIs() {
    var ready = List.of(slave("lab-1", SlaveStage.READY));
    var ended = List.of(listed(run("one", RunState.COMPLETED)));

    assertThat(NextStep.of(List.of(), List.of())).startsWith("Add a slave");
    assertThat(NextStep.of(List.of(slave("lab-1", SlaveStage.CHECKED)), List.of()))
        .startsWith("Install and start the agent");
    assertThat(NextStep.of(ready, List.of())).startsWith("Upload actions");
    assertThat(NextStep.of(ready, ended)).startsWith("Read the latest run");
  }

  @Test
  void theFirstStepsSayWhatIsDoneAndWhatIsNext() {
    var ground = new FakeGroundwork();
    open(FakeSlaves.of(), FakeRuns.of(), ground);
    assertThat(steps())
        .satisfiesExactly(
            step -> assertThat(step).startsWith("Define a slavenext").endsWith("Add slaves"),
            step -> assertThat(step).startsWith("Upload actions").endsWith("users.txt"),
            step -> assertThat(step).startsWith("Plan").endsWith("plans create plan.json"),
            step -> assertThat(step).startsWith("Run").endsWith("--watch"));
  }

  @Test
  void aSlaveThatIsNotReadyIsNotDone() {
    open(FakeSlaves.of(slave("lab-1", SlaveStage.UNUSABLE)), FakeRuns.of(), new FakeGroundwork());

    assertThat(steps().getFirst()).startsWith("Define a slavenextNone is ready yet");
  }

  @Test
  void theFirstStepsFollowWhatIsUploaded() {
    var ground = new FakeGroundwork();
    open(FakeSlaves.of(slave("lab-1", SlaveStage.READY)), FakeRuns.of(), ground);
    assertThat(steps().get(1)).startsWith("Upload actionsnext");

    ground.actions = true;

    eventually(() -> assertThat(steps().get(1)).startsWith("Upload actionsdone"));
    assertThat(steps().get(2)).startsWith("Plannext");
  }

  @Test
  void theFirstStepsAreGoneOnceARunHasCompleted() {
    open(FakeSlaves.of(), FakeRuns.of(run("one", RunState.COMPLETED)), new FakeGroundwork());

    assertThat($(FirstSteps.class).all()).isEmpty();
    assertThat($(Paragraph.class).withId("next").single().getText()).startsWith("Add a slave");
  }

  private void open(FakeSlaves slaves, FakeRuns runs, FakeGroundwork ground) {
    UI.getCurrent().add(new HomeView(slaves, runs, ground, Map::of, feed));
  }

  private List<String> steps() {
    return $(ListItem.class).all().stream()
        .map(step -> step.getElement().getTextRecursively())
        .toList();
  }

  private static final class FakeGroundwork implements Groundwork {

    private volatile boolean actions;

    @Override
    public Result<Boolean> actions() {
      return new Ok<>(actions);
    }

    @Override
    public Result<Boolean> plans() {
      return new Ok<>(false);
    }
  }
}
