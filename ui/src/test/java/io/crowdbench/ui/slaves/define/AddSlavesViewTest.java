package io.crowdbench.ui.slaves.define;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.RouteConfiguration;
import io.crowdbench.api.SlaveDraft;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.ui.base.Confirm;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.slaves.FakeSlaves;
import io.crowdbench.ui.slaves.define.LoginFields.Proof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.slaves.define")
class AddSlavesViewTest extends PageTest {

  private final Feed feed = new Feed();
  private final FakeSlaves slaves = FakeSlaves.of();
  private final AddSlavesView view = new AddSlavesView(slaves, feed);

  @BeforeEach
  void open() {
    RouteConfiguration.forSessionScope().setRoute("slaves", SlavesPage.class);
    UI.getCurrent().add(view);
  }

  @AfterEach
  void stop() {
    feed.destroy();
  }

  private void type(String id, String text) {
    test($(TextField.class).withId(id).single()).setValue(text);
  }

  private void secret(String id, String text) {
    test($(PasswordField.class).withId(id).single()).setValue(text);
  }

  private void click(String id) {
    test($(Button.class).withId(id).single()).click();
  }

  @SuppressWarnings("unchecked")
  private void loginWithKey(String id) {
    $(Select.class).withId(id + "-proof").single().setValue(Proof.PRIVATE_KEY);
  }

  private String value(String id) {
    return $(TextField.class).withId(id).single().getValue();
  }

  private List<SlaveFields> rows() {
    return $(SlaveFields.class).all();
  }

  private static boolean isLeft() {
    return UI.getCurrent().getActiveRouterTargetsChain().stream()
        .anyMatch(SlavesPage.class::isInstance);
  }

  @Test
  void aSlaveIsAddedCheckedAndInstalled() {
    type("slave-1-host", "bench@lab-1.test:2222");
    secret("slave-1-password", "s3cret");
    type("slave-1-labels", "lab, big");
    click("submit");

    eventually(() -> assertThat(isLeft()).isTrue());
    assertThat(slaves.registered)
        .containsExactly(
            new SlaveRegistration(
                "lab-1.test-2222",
                "lab-1.test",
                2222,
                "bench",
                "s3cret",
                null,
                null,
                null,
                null,
                List.of("lab", "big"),
                null));
    assertThat(slaves.asked).containsExactly("deploy lab-1.test-2222");
  }

  @Test
  void nothingIsInstalledUnlessItIsWanted() {
    type("slave-1-host", "lab-1");
    test($(Checkbox.class).withId("deploy-at-once").single()).click();
    click("submit");

    eventually(() -> assertThat(isLeft()).isTrue());
    assertThat(slaves.registered).hasSize(1);
    assertThat(slaves.asked).isEmpty();
  }

  @Test
  void aKeyIsPastedOrUploadedWithItsPassphrase() {
    type("slave-1-host", "bench@lab-1");
    loginWithKey("slave-1");
    test($(Upload.class, $(TextUpload.class).withId("slave-1-file").single()).single())
        .upload("id", "text/plain", "KEY".getBytes(StandardCharsets.UTF_8));
    assertThat($(TextArea.class).withId("slave-1-key").single().getValue()).isEqualTo("KEY");
    secret("slave-1-passphrase", "phrase");
    click("submit");

    eventually(() -> assertThat(slaves.registered).hasSize(1));
    var slave = slaves.registered.getFirst();
    assertThat(slave.privateKey()).isEqualTo("KEY");
    assertThat(slave.passphrase()).isEqualTo("phrase");
    assertThat(slave.password()).isNull();
  }

  @Test
  void whatIsRefusedStaysWithTheReasonAndWhatWasTyped() {
    slaves.refusals.put("lab-2", "There already is a slave named lab-2.");
    type("slave-1-host", "bench@lab-1");
    secret("slave-1-password", "one");
    click("another-row");
    type("slave-2-host", "bench@lab-2");
    secret("slave-2-password", "two");
    click("submit");

    eventually(() -> assertThat(rows()).hasSize(1));
    assertThat(rows().getFirst().getElement().getTextRecursively())
        .endsWith("There already is a slave named lab-2.");
    assertThat(value("slave-2-host")).isEqualTo("lab-2");
    assertThat($(PasswordField.class).withId("slave-2-password").single().getValue())
        .isEqualTo("two");
    assertThat(slaves.asked).containsExactly("deploy lab-1");
    assertThat(isLeft()).isFalse();

    type("slave-2-name", "another");
    click("submit");
    eventually(() -> assertThat(isLeft()).isTrue());
    assertThat(slaves.registered).extracting(SlaveRegistration::name).contains("another");
  }

  @Test
  void oneLoginServesAllRows() {
    test($(Checkbox.class).withId("share-login").single()).click();
    type("shared-user", "bench");
    secret("shared-password", "s3cret");
    type("slave-1-host", "lab-1");
    click("another-row");
    type("slave-2-host", "root@lab-2");
    assertThat($(PasswordField.class).withId("slave-2-password").all()).isEmpty();
    click("submit");

    eventually(() -> assertThat(slaves.registered).hasSize(2));
    assertThat(slaves.registered)
        .extracting(SlaveRegistration::user)
        .containsExactly("bench", "root");
    assertThat(slaves.registered).extracting(SlaveRegistration::password).containsOnly("s3cret");
  }

  @Test
  void aRowIsClonedBehindItselfWithAllButItsName() {
    type("slave-1-host", "bench@lab-1:2222");
    secret("slave-1-password", "s3cret");
    type("slave-1-name", "first");
    click("another-row");
    click("slave-1-clone");

    assertThat(rows())
        .extracting(row -> row.getId().orElseThrow())
        .containsExactly("slave-1", "slave-3", "slave-2");
    assertThat(value("slave-3-host")).isEqualTo("lab-1");
    assertThat(value("slave-3-user")).isEqualTo("bench");
    assertThat(value("slave-3-name")).isEmpty();
    assertThat($(IntegerField.class).withId("slave-3-port").single().getValue()).isEqualTo(2222);
    click("slave-1-remove");
    assertThat(rows()).hasSize(2);
  }

  @Test
  void aListIsReadIntoRows() {
    slaves.draft =
        new SlaveDraft("LINES", List.of(draft("10.0.0.11"), draft("10.0.0.12")), List.of());
    click("paste");
    test($(TextArea.class).withId("import-text").single()).setValue("bench@10.0.0.[11-12]");
    click("import-read");

    assertThat(slaves.asked).containsExactly("read bench@10.0.0.[11-12]");
    assertThat($(ImportDialog.class).all()).isEmpty();
    assertThat(rows())
        .extracting(row -> row.registration(null).host())
        .containsExactly("10.0.0.11", "10.0.0.12");
    assertThat(slaves.registered).isEmpty();
  }

  @Test
  void mistakesInAListAreSaidBeforeTheRestIsTaken() {
    type("slave-1-host", "typed");
    slaves.draft =
        new SlaveDraft("LINES", List.of(draft("10.0.0.11")), List.of("Line 2: there is no host."));
    click("paste");
    click("import-read");
    assertThat($(ImportDialog.class).single().getElement().getTextRecursively())
        .contains("Line 2: there is no host.");
    assertThat(rows()).hasSize(1);

    click("import-rest");

    assertThat(rows())
        .extracting(row -> row.registration(null).host())
        .containsExactly("typed", "10.0.0.11");
  }

  private static SlaveRegistration draft(String host) {
    return new SlaveRegistration(
        host, host, null, "bench", null, null, null, null, null, null, FakeSlaves.jump());
  }

  @Test
  void aJumpHostIsSentWithItsLogin() {
    type("slave-1-host", "bench@lab-1");
    type("slave-1-jump-host", "bench@gate.test");
    secret("slave-1-jump-password", "secret-of-gate");
    click("submit");

    eventually(() -> assertThat(slaves.registered).hasSize(1));
    assertThat(slaves.registered.getFirst().jump()).isEqualTo(FakeSlaves.jump());
  }

  @Test
  void whatIsTypedIsNotLostByLeaving() {
    UI.getCurrent().removeAll();
    RouteConfiguration.forSessionScope().setRoute("slaves/new", OpenPage.class);
    navigate(OpenPage.class);
    type("slave-1-host", "lab-1");

    UI.getCurrent().navigate("slaves");
    assertThat($(Confirm.class).single().getHeaderTitle()).isEqualTo("Leave this page?");
    assertThat(isLeft()).isFalse();
    click("confirm-yes");

    assertThat(isLeft()).isTrue();
  }

  /// The page as Spring would make it.
  public static final class OpenPage extends AddSlavesView {

    public OpenPage() {
      super(FakeSlaves.of(), new Feed());
    }
  }

  @Test
  void anEmptyFormIsNotSent() {
    click("submit");

    assertThat(view.getElement().getTextRecursively()).contains("There is nothing to add yet");
    assertThat(slaves.registered).isEmpty();
  }

  @Test
  void secretsAreInNoIdAndNoWord() {
    type("slave-1-host", "bench@lab-1");
    secret("slave-1-password", "planted-s3cret");
    slaves.refusals.put("lab-1", "Refused.");
    click("submit");

    eventually(() -> assertThat(view.getElement().getTextRecursively()).contains("Refused."));
    assertThat(view.getElement().getOuterHTML()).doesNotContain("planted-s3cret");
    assertThat(rows().getFirst().registration(null).toString()).doesNotContain("planted-s3cret");
  }

  /// Where one is led when all slaves are added.
  @Tag("div")
  public static final class SlavesPage extends Component {}
}
