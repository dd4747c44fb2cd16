package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.crowdbench.api.JumpHost;
import io.crowdbench.api.SlaveChange;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.slaves.Slaves;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes what is known of a slave. Only what was changed is sent; a secret that is left empty
/// stays as it is.
public final class EditDialog extends Dialog {

  private final SlaveView slave;
  private final Slaves slaves;
  private final Consumer<SlaveView> changed;
  private final Notice notice = new Notice();
  private final TextField name = new TextField("Name");
  private final HostFields host = new HostFields("edit");
  private final LoginFields login = new LoginFields("edit");
  private final TextField folder = new TextField("Folder");
  private final TextField labels = new TextField("Labels");
  private final TextField hostKey = new TextField("Host key");
  private final JumpFields jump = new JumpFields("edit-jump");
  private final Checkbox check = new Checkbox("Check it then", true);

  /// @param changed hears the slave as it is then
  public EditDialog(SlaveView slave, Slaves slaves, Consumer<SlaveView> changed) {
    super("Edit " + slave.name());
    this.slave = slave;
    this.slaves = slaves;
    this.changed = changed;
    setId("edit");
    setWidth("46rem");
    setMaxWidth("95vw");
    name.setId("edit-name");
    name.setValue(slave.name());
    host.show(slave.host(), slave.port(), slave.user());
    login.unchangedIfEmpty(slave.login());
    folder.setId("edit-folder");
    folder.setValue(slave.folder());
    labels.setId("edit-labels");
    labels.setValue(String.join(", ", slave.labels()));
    hostKey.setId("edit-host-key");
    hostKey.setValue(Texts.orEmpty(slave.hostKey()));
    hostKey.setWidthFull();
    jump.showAddress(slave.jump());
    check.setId("edit-check");
    var more = new Div(name, folder, labels);
    more.addClassName("fields");
    add(more, host, login, hostKey, jump, notice);
    var save = new Button("Save", _ -> save());
    save.setId("edit-save");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(check, new Button("Cancel", _ -> close()), save);
  }

  private void save() {
    notice.clear();
    host.problems().forEach(notice::say);
    if (login.blank() && login.proof() != LoginFields.proof(slave.login())) {
      notice.say(
          "It logs in another way from now on: give the %s for it."
              .formatted(login.proof() == LoginFields.Proof.PASSWORD ? "password" : "private key"));
    }
    if (notice.isVisible()) {
      return;
    }
    var change = change();
    if (change.equals(NOTHING)) {
      notice.say("Nothing is different yet.");
      return;
    }
    slaves.change(slave.id(), change).handle(this::saved, notice::say);
  }

  private void saved(SlaveView now) {
    var refused = new ArrayList<String>();
    if (check.getValue()) {
      slaves.check(slave.id()).handle(_ -> {}, refused::add);
    }
    changed.accept(now);
    refused.forEach(notice::say);
    if (refused.isEmpty()) {
      close();
    }
  }

  private static final SlaveChange NOTHING =
      new SlaveChange(null, null, null, null, null, null, null, null, null, null, null, null);

  private SlaveChange change() {
    var through = jump.jump();
    boolean sameJump = through == null ? slave.jump() == null : isAsBefore(through);
    return new SlaveChange(
        different(Texts.strippedOrNull(name.getValue()), slave.name()),
        different(host.host(), slave.host()),
        different(host.port(), slave.port()),
        different(host.user(), slave.user()),
        login.password(),
        login.privateKey(),
        login.passphrase(),
        different(Texts.strippedOrNull(folder.getValue()), slave.folder()),
        different(Texts.strippedOrNull(hostKey.getValue()), slave.hostKey()),
        labels(),
        sameJump ? null : through,
        !sameJump && through == null ? true : null);
  }

  private @Nullable List<String> labels() {
    var given = Texts.labels(labels.getValue());
    return given.equals(slave.labels()) ? null : given;
  }

  /// The address is the same, and no new secret is given.
  private boolean isAsBefore(JumpHost through) {
    return through.toString().equals(slave.jump())
        && through.password() == null
        && through.privateKey() == null;
  }

  private static <T> @Nullable T different(@Nullable T given, @Nullable T known) {
    return Objects.equals(given, known) ? null : given;
  }
}
