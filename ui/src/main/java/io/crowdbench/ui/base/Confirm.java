package io.crowdbench.ui.base;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/// Asks once more before something is done that can't be undone.
public final class Confirm extends Dialog {

  private boolean confirmed;

  /// @param title a question that says what is to be done, and to how many
  /// @param consequence what comes of it
  /// @param yes what the button says that does it
  public Confirm(String title, String consequence, String yes, String no, Runnable does) {
    super(title);
    setId("confirm");
    setWidth("32rem");
    setMaxWidth("95vw");
    add(new Paragraph(consequence));
    var button =
        new Button(
            yes,
            _ -> {
              confirmed = true;
              close();
              does.run();
            });
    button.setId("confirm-yes");
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    getFooter().add(new Button(no, _ -> close()), button);
  }

  /// Does that instead if the answer is no, by whatever way the question is closed.
  public Confirm otherwise(Runnable does) {
    addOpenedChangeListener(change -> {
      if (!change.isOpened() && !confirmed) {
        does.run();
      }
    });
    return this;
  }
}
