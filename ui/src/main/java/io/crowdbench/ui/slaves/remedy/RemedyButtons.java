package io.crowdbench.ui.slaves.remedy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.slaves.Slaves;
import io.crowdbench.ui.slaves.define.EditDialog;
import java.util.List;
import java.util.function.Consumer;

/// The remedies for a slave as buttons. They stay the same while the remedies do, so that a page
/// that is refreshed under the reader's hand does not take a button away.
public final class RemedyButtons extends Div {

  private final Slaves slaves;
  private final Consumer<SlaveView> changed;
  private final Consumer<String> refused;
  private List<Remedy> shown = List.of();
  private SlaveView slave;

  /// @param changed hears the slave as it is after a change
  /// @param refused hears why something could not be done
  public RemedyButtons(
      SlaveView slave, Slaves slaves, Consumer<SlaveView> changed, Consumer<String> refused) {
    this.slave = slave;
    this.slaves = slaves;
    this.changed = changed;
    this.refused = refused;
    addClassName("remedies");
    show(slave);
  }

  public void show(SlaveView now) {
    slave = now;
    var remedies = Remedy.of(now);
    if (!remedies.equals(shown)) {
      shown = remedies;
      removeAll();
      remedies.forEach(remedy -> add(button(remedy)));
    }
    setVisible(!remedies.isEmpty());
  }

  private Button button(Remedy remedy) {
    var button = new Button(remedy.label(), _ -> apply(remedy));
    button.setId(Format.word(remedy).replace(' ', '-') + "-" + slave.id());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void apply(Remedy remedy) {
    switch (remedy) {
      case ACCEPT_KEY -> AcceptKey.ask(slave, slaves, changed, refused);
      case DEPLOY, DEPLOY_AGAIN, START_AGAIN -> slaves.deploy(slave.id()).handle(_ -> {}, refused);
      case EDIT -> new EditDialog(slave, slaves, changed).open();
    }
  }
}
