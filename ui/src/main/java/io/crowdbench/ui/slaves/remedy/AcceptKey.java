package io.crowdbench.ui.slaves.remedy;

import com.vaadin.flow.component.html.Paragraph;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Confirm;
import io.crowdbench.ui.slaves.Slaves;
import java.util.function.Consumer;

/// Has somebody look at both fingerprints before a changed key is trusted.
final class AcceptKey {

  /// How the machine itself says what its key is.
  static final String COMPARE =
      "Compare it with what this says on the machine itself, at its console or over another way: for key in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf $key; done";

  private AcceptKey() {}

  static void ask(
      SlaveView slave, Slaves slaves, Consumer<SlaveView> changed, Consumer<String> refused) {
    var shown = slave.newHostKey();
    if (shown == null) {
      return;
    }
    var dialog =
        new Confirm(
            "Accept the new key of " + slave.name() + "?",
            "From now on the machine at %s is trusted if it shows this key, and is sent the login's secret:"
                .formatted(slave.address()),
            "Accept the new key",
            "Not now",
            () -> slaves.acceptKey(slave.id(), shown).handle(changed, refused));
    var fingerprint = new Paragraph(shown);
    fingerprint.addClassName("mono");
    dialog.add(fingerprint, new Paragraph(COMPARE));
    dialog.open();
  }
}
