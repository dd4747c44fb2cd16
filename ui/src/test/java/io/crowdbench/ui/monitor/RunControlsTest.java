package io.crowdbench.ui.monitor;

import static io.crowdbench.ui.runs.FakeRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.LoadChange;
import io.crowdbench.messages.run.RunChanged;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.runs.FakeRuns;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people can do with a run that is on, by its page.
@ViewPackages(packages = "io.crowdbench.ui.monitor")
class RunControlsTest extends PageTest {

  private final Feed feed = new Feed();
  private FakeRuns runs = FakeRuns.of();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  private void open(RunState state) {
    runs = FakeRuns.of(run(Made.RUN, state));
    var view = new MonitorView(runs, new FakeResults(), feed);
    view.open(Made.RUN);
    UI.getCurrent().add(view);
  }

  private List<String> shown() {
    return Stream.of("pause", "resume", "next-step", "change-load", "stop")
        .filter(id -> !$(Button.class).withId(id).all().isEmpty())
        .toList();
  }

  private void click(String id) {
    test($(Button.class).withId(id).single()).click();
  }

  @Test
  void offerWhatIsPossible() {
    open(RunState.RUNNING);

    assertThat(shown()).containsExactly("pause", "next-step", "change-load", "stop");
  }

  @Test
  void offerOnlyTheEndBeforeThereIsLoad() {
    open(RunState.QUEUED);

    assertThat(shown()).containsExactly("stop");
  }

  @Test
  void offerNothingAfterTheEnd() {
    open(RunState.COMPLETED);

    assertThat(shown()).isEmpty();
  }

  @Test
  void askForWhatIsClicked() {
    open(RunState.RUNNING);

    click("pause");
    click("next-step");

    assertThat(runs.asked()).containsExactly("PAUSE {} {}", "NEXT_STEP {} {}");
  }

  @Test
  void followWhatOthersChange() {
    open(RunState.RUNNING);

    feed.receive(
        new RunChanged(
            Message.SCHEMA,
            FakeRuns.START,
            Made.RUN,
            5,
            1,
            LoadChange.PAUSE,
            "The load is paused.",
            Map.of(),
            Map.of(),
            FakeRuns.START.plusSeconds(41),
            null,
            "tea"));

    eventually(() -> {
      assertThat(shown()).containsExactly("resume", "next-step", "change-load", "stop");
    });
    assertThat($(CourseLines.class).single().getElement().getTextRecursively())
        .isEqualTo("0:41The load is paused.“tea”");
  }

  @Test
  void changeUsersAndRates() {
    open(RunState.RUNNING);
    click("change-load");

    test($(IntegerField.class).withId("users-Browse").single()).setValue(-3);
    test($(NumberField.class).withId("rate-Browse").single()).setValue(2.5);
    test($(TextField.class).withId("load-reason").single()).setValue("sale");
    click("load-apply");

    assertThat(runs.asked())
        .containsExactly("USERS {Browse=-3} {} sale", "RATES {} {Browse=2.5} sale");
    assertThat($(LoadDialog.class).all()).isEmpty();
  }

  @Test
  void sayWhatIsMissingOrRefused() {
    open(RunState.RUNNING);
    click("change-load");
    click("load-apply");
    assertThat(runs.asked()).isEmpty();
    assertThat(dialogText()).contains("There is nothing to change");

    runs.refusals().add("There are too few user ids.");
    test($(IntegerField.class).withId("users-Browse").single()).setValue(3_000);
    click("load-apply");

    assertThat(dialogText()).contains("There are too few user ids.");
  }

  private String dialogText() {
    return $(LoadDialog.class).single().getElement().getTextRecursively();
  }

  @Test
  void askTwiceBeforeTheyStopARun() {
    open(RunState.RUNNING);
    click("stop");
    assertThat(runs.asked()).isEmpty();
    assertThat($(Dialog.class).withId("stop-dialog").single().getHeaderTitle())
        .isEqualTo("Stop Plan r1?");

    click("stop-now");

    assertThat(runs.asked()).containsExactly("stop");
    assertThat($(Dialog.class).withId("stop-dialog").all()).isEmpty();
  }
}
