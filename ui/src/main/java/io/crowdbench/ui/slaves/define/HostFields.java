package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a machine is and who logs in there. `user@host:port` in the first field is put where it
/// belongs.
final class HostFields extends Div {

  static final int SSH = 22;

  private final TextField host = new TextField("Host or address");
  private final IntegerField port = new IntegerField("Port");
  private final TextField user = new TextField("User");

  /// @param id what the ids of the fields begin with
  HostFields(String id) {
    addClassNames("fields", "host");
    host.setId(id + "-host");
    host.setAutocomplete(Autocomplete.OFF);
    host.addValueChangeListener(
        change -> HostAddress.of(change.getValue()).ifPresent(this::spread));
    port.setId(id + "-port");
    port.setMin(1);
    port.setMax(65_535);
    port.setPlaceholder(String.valueOf(SSH));
    port.setWidth("5rem");
    user.setId(id + "-user");
    user.setAutocomplete(Autocomplete.OFF);
    user.setWidth("9rem");
    add(host, port, user);
  }

  private void spread(HostAddress address) {
    host.setValue(address.host());
    if (address.port() != null) {
      port.setValue(address.port());
    }
    if (address.user() != null) {
      user.setValue(address.user());
    }
  }

  void show(@Nullable String host, @Nullable Integer port, @Nullable String user) {
    this.host.setValue(Texts.orEmpty(host));
    this.port.setValue(port);
    this.user.setValue(Texts.orEmpty(user));
  }

  /// Says that a user who is not given is somebody else.
  void userElsewhere(boolean elsewhere) {
    user.setPlaceholder(elsewhere ? "as above" : "");
  }

  void focus() {
    host.focus();
  }

  @Nullable String host() {
    return Texts.strippedOrNull(host.getValue());
  }

  @Nullable Integer port() {
    return port.getValue();
  }

  @Nullable String user() {
    return Texts.strippedOrNull(user.getValue());
  }

  /// What is no number is no port; the field shows it in red.
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (port.isInvalid()) {
      problems.add("The port is no number from 1 to 65,535. SSH's own is 22.");
    }
    return problems;
  }

  boolean blank() {
    return host() == null && user() == null;
  }
}
