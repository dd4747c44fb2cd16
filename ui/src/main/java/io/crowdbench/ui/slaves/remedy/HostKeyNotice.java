package io.crowdbench.ui.slaves.remedy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.slaves.Slaves;
import java.util.function.Consumer;

/// A host that shows another key than the known one; gone while none does.
public final class HostKeyNotice extends Div {

  private final Slaves slaves;
  private final Consumer<SlaveView> changed;
  private final Consumer<String> refused;
  private String shown = "";

  /// @param changed hears the slave as it is after its key was accepted
  /// @param refused hears why it could not be
  public HostKeyNotice(Slaves slaves, Consumer<SlaveView> changed, Consumer<String> refused) {
    this.slaves = slaves;
    this.changed = changed;
    this.refused = refused;
    setId("host-key-changed");
    addClassNames("notice", "host-key");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  public void show(SlaveView slave) {
    var now = slave.newHostKey();
    setVisible(now != null);
    var both = slave.hostKey() + " " + now;
    if (now == null || both.equals(shown)) {
      return;
    }
    shown = both;
    removeAll();
    var known = slave.hostKey();
    var keys = new DescriptionList();
    keys.add(
        new DescriptionList.Term("Known key"),
        new DescriptionList.Description(known == null ? Format.NOTHING : known),
        new DescriptionList.Term("Key shown now"),
        new DescriptionList.Description(now));
    keys.addClassName("mono");
    var accept =
        new Button("Accept the new key …", _ -> AcceptKey.ask(slave, slaves, changed, refused));
    accept.setId("accept-key");
    accept.addThemeVariants(ButtonVariant.LUMO_ERROR);
    add(
        new H3("The host key of " + slave.name() + " has changed"),
        new Paragraph(
            "Nothing is sent to %s until this is settled. Most often the machine was installed anew, or its address belongs to another machine now. It can also mean that somebody stands in between, to read along or to get the login."
                .formatted(slave.address())),
        keys,
        new Paragraph(AcceptKey.COMPARE),
        accept);
  }
}
