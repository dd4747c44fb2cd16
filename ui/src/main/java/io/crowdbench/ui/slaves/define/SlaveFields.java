package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.ui.base.Notice;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A slave that is to be: a row of the form.
final class SlaveFields extends Div {

  private final HostFields host;
  private final LoginFields login;
  private final TextField name = new TextField("Name");
  private final TextField folder = new TextField("Folder");
  private final TextField labels = new TextField("Labels");
  private final TextField hostKey = new TextField("Host key, if you know it");
  private final JumpFields jump;
  private final Details more;
  private final Notice notice = new Notice();

  /// @param number by which its fields are told from those of other rows
  SlaveFields(int number, Consumer<SlaveFields> clone, Consumer<SlaveFields> remove) {
    var id = "slave-" + number;
    setId(id);
    addClassName("slave-row");
    host = new HostFields(id);
    login = new LoginFields(id);
    jump = new JumpFields(id + "-jump");
    name.setId(id + "-name");
    name.setPlaceholder("as the host");
    folder.setId(id + "-folder");
    folder.setPlaceholder(".crowdbench");
    labels.setId(id + "-labels");
    labels.setPlaceholder("lab, big");
    hostKey.setId(id + "-host-key");
    hostKey.setPlaceholder("SHA256:…");
    var rest = new Div(name, folder, labels, hostKey);
    rest.addClassName("fields");
    more = new Details("More", rest, jump);
    var buttons =
        new Div(
            button(id + "-clone", "Clone this row", VaadinIcon.COPY_O, () -> clone.accept(this)),
            button(id + "-remove", "Remove this row", VaadinIcon.CLOSE, () -> remove.accept(this)));
    buttons.addClassName("row-buttons");
    var line = new Div(host, login, buttons);
    line.addClassNames("fields", "slave-line");
    add(line, more, notice);
  }

  private static Button button(String id, String words, VaadinIcon icon, Runnable does) {
    var button = new Button(icon.create(), _ -> does.run());
    button.setId(id);
    button.setAriaLabel(words);
    button.setTooltipText(words);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    return button;
  }

  void show(SlaveRegistration slave) {
    host.show(slave.host(), slave.port(), slave.user());
    login.show(slave.password(), slave.privateKey(), slave.passphrase());
    name.setValue(Texts.orEmpty(slave.name()));
    folder.setValue(Texts.orEmpty(slave.folder()));
    labels.setValue(slave.labels() == null ? "" : String.join(", ", slave.labels()));
    hostKey.setValue(Texts.orEmpty(slave.hostKey()));
    jump.show(slave.jump());
    more.setOpened(slave.jump() != null);
  }

  /// The login is given for all rows at once, or here.
  void loginElsewhere(boolean elsewhere) {
    login.setVisible(!elsewhere);
    host.userElsewhere(elsewhere);
  }

  /// As it stands, without what is given for all rows: what a clone of it begins with. Two slaves
  /// have neither name nor host key in common.
  SlaveRegistration copy() {
    return new SlaveRegistration(
        null,
        host.host(),
        host.port(),
        host.user(),
        login.password(),
        login.privateKey(),
        login.passphrase(),
        folder(),
        null,
        Texts.labels(labels.getValue()),
        jump.jump());
  }

  /// @param shared the login of all rows; null for its own
  SlaveRegistration registration(@Nullable SharedLogin shared) {
    var proof = shared == null ? login : shared.login();
    var user = host.user();
    return new SlaveRegistration(
        name(),
        host.host(),
        host.port(),
        user == null && shared != null ? shared.user() : user,
        proof.password(),
        proof.privateKey(),
        proof.passphrase(),
        folder(),
        Texts.strippedOrNull(hostKey.getValue()),
        Texts.labels(labels.getValue()),
        jump.jump());
  }

  private @Nullable String name() {
    var given = Texts.strippedOrNull(name.getValue());
    var port = host.port();
    return given != null || port == null || port == HostFields.SSH || host.host() == null
        ? given == null ? host.host() : given
        : host.host() + "-" + port;
  }

  private @Nullable String folder() {
    return Texts.strippedOrNull(folder.getValue());
  }

  /// What is wrong with it before anybody is asked.
  List<String> problems() {
    return host.problems();
  }

  /// Says what is wrong with this row, and nothing else from now on.
  void say(List<String> problems) {
    notice.clear();
    problems.forEach(notice::say);
  }

  void focus() {
    host.focus();
  }

  /// Whether nothing was typed into it.
  boolean blank() {
    return host.blank() && login.blank() && name.isEmpty() && jump.blank();
  }
}
