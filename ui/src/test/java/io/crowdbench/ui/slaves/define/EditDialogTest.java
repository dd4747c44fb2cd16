package io.crowdbench.ui.slaves.define;

import static io.crowdbench.ui.slaves.FakeSlaves.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.crowdbench.api.JumpHost;
import io.crowdbench.api.SlaveChange;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.slaves.FakeSlaves;
import io.crowdbench.ui.slaves.define.LoginFields.Proof;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.slaves.define")
class EditDialogTest extends PageTest {

  private final SlaveView slave = labelled("lab-1", SlaveStage.READY, "big");
  private final FakeSlaves slaves = FakeSlaves.of(slave);
  private final List<SlaveView> heard = new ArrayList<>();

  @BeforeEach
  void open() {
    new EditDialog(slave, slaves, heard::add).open();
  }

  private void type(String id, String text) {
    test($(TextField.class).withId(id).single()).setValue(text);
  }

  private void save() {
    test($(Button.class).withId("edit-save").single()).click();
  }

  @Test
  void onlyWhatIsDifferentIsSent() {
    type("edit-labels", "big, fast");
    type("edit-user", "root");
    save();

    assertThat(slaves.changes)
        .containsExactly(
            new SlaveChange(
                null,
                null,
                null,
                "root",
                null,
                null,
                null,
                null,
                null,
                List.of("big", "fast"),
                null,
                null));
    assertThat(slaves.asked).containsExactly("check lab-1");
    assertThat(heard).hasSize(1);
    assertThat($(EditDialog.class).all()).isEmpty();
  }

  @Test
  void aNewSecretReplacesTheOld() {
    assertThat($(PasswordField.class).withId("edit-password").single().getValue()).isEmpty();

    test($(PasswordField.class).withId("edit-password").single()).setValue("new");
    save();

    assertThat(slaves.changes.getFirst().password()).isEqualTo("new");
    assertThat(slaves.changes.getFirst().user()).isNull();
  }

  @Test
  @SuppressWarnings("unchecked")
  void anotherWayToLogInNeedsItsSecret() {
    $(Select.class).withId("edit-proof").single().setValue(Proof.PRIVATE_KEY);
    save();

    assertThat(slaves.changes).isEmpty();
    assertThat(words()).contains("give the private key for it");
  }

  @Test
  void aJumpHostCanBePutInBetween() {
    type("edit-jump-host", "bench@gate.test");
    test($(PasswordField.class).withId("edit-jump-password").single()).setValue("g");
    save();

    assertThat(slaves.changes.getFirst().jump())
        .isEqualTo(new JumpHost("gate.test", 22, "bench", "g", null, null));
  }

  @Test
  void nothingNewIsNotSent() {
    save();

    assertThat(slaves.changes).isEmpty();
    assertThat(words()).contains("Nothing is different yet.");
  }

  private String words() {
    return $(EditDialog.class).single().getElement().getTextRecursively();
  }
}
