package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/// What to do when there is no slave yet.
final class NoSlaves extends Div {

  NoSlaves(Runnable add) {
    setId("no-slaves");
    addClassName("card");
    var words =
        new Paragraph(
            "A slave is a Linux machine that carries load. All it needs is an SSH server that you can log in to: Crowdbench checks the machine, copies what is missing, Java included, and starts its agent. Add one or many, or paste a list.");
    var button = new Button("Add slaves", _ -> add.run());
    button.setId("add-first");
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new H3("No slaves yet"), words, button);
  }
}
