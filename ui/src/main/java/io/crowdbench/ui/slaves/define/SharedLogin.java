package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One login for all rows, if so chosen: its secret is every row's, its user those rows' that have
/// none.
final class SharedLogin extends Div {

  private final Checkbox use = new Checkbox("Use one login for all rows");
  private final TextField user = new TextField("User");
  private final LoginFields login = new LoginFields("shared");
  private final Div fields = new Div(user, login);

  /// @param chosen hears whether it is used
  SharedLogin(Consumer<Boolean> chosen) {
    addClassName("shared-login");
    use.setId("share-login");
    user.setId("shared-user");
    user.setAutocomplete(Autocomplete.OFF);
    user.setWidth("9rem");
    fields.addClassName("fields");
    fields.setVisible(false);
    use.addValueChangeListener(change -> {
      fields.setVisible(change.getValue());
      chosen.accept(change.getValue());
    });
    add(use, fields);
  }

  boolean used() {
    return use.getValue();
  }

  @Nullable String user() {
    return Texts.strippedOrNull(user.getValue());
  }

  LoginFields login() {
    return login;
  }
}
