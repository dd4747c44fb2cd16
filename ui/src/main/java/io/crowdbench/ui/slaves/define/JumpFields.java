package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.api.JumpHost;
import org.jspecify.annotations.Nullable;

/// The host that SSH goes through on its way to a slave; none if no host is given.
final class JumpFields extends Div {

  private final HostFields host;
  private final LoginFields login;

  /// @param id what the ids of the fields begin with
  JumpFields(String id) {
    host = new HostFields(id);
    login = new LoginFields(id);
    addClassName("jump");
    var title = new Span("Jump host, if SSH goes through one");
    title.addClassName("quiet");
    add(title, host, login);
  }

  void show(@Nullable JumpHost jump) {
    if (jump == null) {
      host.show(null, null, null);
      login.show(null, null, null);
    } else {
      host.show(jump.host(), jump.port(), jump.user());
      login.show(jump.password(), jump.privateKey(), jump.passphrase());
    }
  }

  /// For a slave that has one: the secret is not known here, and an empty field leaves it as it is.
  void showAddress(@Nullable String address) {
    if (address != null) {
      login.unchangedIfEmpty("PASSWORD");
      HostAddress.of(address).ifPresent(it -> host.show(it.host(), it.port(), it.user()));
    }
  }

  /// Null for none.
  @Nullable JumpHost jump() {
    var name = host.host();
    if (name == null) {
      return null;
    }
    var port = host.port();
    return new JumpHost(
        name,
        port == null ? HostFields.SSH : port,
        Texts.orEmpty(host.user()),
        login.password(),
        login.privateKey(),
        login.passphrase());
  }

  boolean blank() {
    return host.blank() && login.blank();
  }
}
