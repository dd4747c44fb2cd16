package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.crowdbench.ui.base.Notice;
import org.jspecify.annotations.Nullable;

/// What a login is proved with. What was typed stays in the fields and goes into the request, and
/// nowhere else.
final class LoginFields extends Div {

  /// The ways there are, as the API names them.
  enum Proof {
    PASSWORD("Password"),
    PRIVATE_KEY("Private key");

    private final String label;

    Proof(String label) {
      this.label = label;
    }
  }

  private final Select<Proof> proof = new Select<>();
  private final PasswordField password = new PasswordField("Password");
  private final TextArea key = new TextArea("Private key");
  private final Notice notice = new Notice();
  private final TextUpload file = new TextUpload("From a file …", key::setValue, notice::say);
  private final PasswordField passphrase = new PasswordField("Passphrase, if it has one");

  /// @param id what the ids of the fields begin with
  LoginFields(String id) {
    addClassNames("fields", "login");
    proof.setId(id + "-proof");
    proof.setLabel("Login with");
    proof.setItems(Proof.values());
    proof.setItemLabelGenerator(it -> it.label);
    proof.setValue(Proof.PASSWORD);
    proof.addValueChangeListener(_ -> showProof());
    proof.setWidth("9rem");
    password.setId(id + "-password");
    password.setAutocomplete(Autocomplete.NEW_PASSWORD);
    key.setId(id + "-key");
    key.setAutocomplete(Autocomplete.OFF);
    key.setAutocorrect(false);
    key.setPlaceholder("-----BEGIN OPENSSH PRIVATE KEY-----");
    key.addClassName("secret");
    key.setMaxHeight("7rem");
    key.setMinHeight("2.25rem");
    passphrase.setId(id + "-passphrase");
    passphrase.setAutocomplete(Autocomplete.NEW_PASSWORD);
    file.setId(id + "-file");
    add(proof, password, key, file, passphrase, notice);
    showProof();
  }

  /// An empty field then means that nothing changes.
  LoginFields unchangedIfEmpty(String now) {
    proof.setValue(proof(now));
    password.setPlaceholder("unchanged");
    key.setPlaceholder("unchanged");
    passphrase.setPlaceholder("unchanged");
    return this;
  }

  static Proof proof(String login) {
    return Proof.PRIVATE_KEY.name().equals(login) ? Proof.PRIVATE_KEY : Proof.PASSWORD;
  }

  void show(@Nullable String secret, @Nullable String privateKey, @Nullable String phrase) {
    proof.setValue(privateKey == null || privateKey.isBlank() ? Proof.PASSWORD : Proof.PRIVATE_KEY);
    password.setValue(Texts.orEmpty(secret));
    key.setValue(Texts.orEmpty(privateKey));
    passphrase.setValue(Texts.orEmpty(phrase));
  }

  Proof proof() {
    return proof.getValue();
  }

  @Nullable String password() {
    return proof() == Proof.PASSWORD ? Texts.orNull(password.getValue()) : null;
  }

  @Nullable String privateKey() {
    return proof() == Proof.PRIVATE_KEY && !key.getValue().isBlank() ? key.getValue() : null;
  }

  @Nullable String passphrase() {
    return proof() == Proof.PRIVATE_KEY ? Texts.orNull(passphrase.getValue()) : null;
  }

  /// Whether nothing was given to prove the login with.
  boolean blank() {
    return password() == null && privateKey() == null;
  }

  private void showProof() {
    boolean byKey = proof() == Proof.PRIVATE_KEY;
    password.setVisible(!byKey);
    key.setVisible(byKey);
    file.setVisible(byKey);
    passphrase.setVisible(byKey);
  }
}
