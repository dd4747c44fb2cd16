package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.crowdbench.api.SlaveDraft;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.slaves.Slaves;
import java.util.List;
import java.util.function.Consumer;

/// Takes many slaves as a text. Of a text with mistakes the rest can be taken, or it is put right
/// here and read again.
final class ImportDialog extends Dialog {

  private final Slaves slaves;
  private final Consumer<List<SlaveRegistration>> taken;
  private final TextArea text = new TextArea("Slaves");
  private final Notice notice = new Notice();
  private final Button rest = new Button();
  private List<SlaveRegistration> understood = List.of();

  /// @param taken hears the slaves, of which nothing is registered yet
  ImportDialog(Slaves slaves, Consumer<List<SlaveRegistration>> taken) {
    super("Paste or import slaves");
    this.slaves = slaves;
    this.taken = taken;
    setId("import");
    setWidth("44rem");
    setMaxWidth("95vw");
    var words =
        new Paragraph(
            "A line for each, such as bench@10.0.0.[11-30]:22, or the text of a CSV or YAML file or of an Ansible inventory. Nothing is registered yet: the form is filled in.");
    words.addClassName("quiet");
    text.setId("import-text");
    text.setWidthFull();
    text.setMinHeight("12rem");
    text.setMaxHeight("50vh");
    text.setAutocorrect(false);
    text.setPlaceholder("bench@lab-1.example.com\nbench@10.0.0.[11-30]:2222");
    text.addValueChangeListener(_ -> rest.setVisible(false));
    var file = new TextUpload("From a file …", text::setValue, notice::say);
    file.setId("import-file");
    add(words, text, file, notice);
    var read = new Button("Fill in the form", _ -> read());
    read.setId("import-read");
    read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    rest.setId("import-rest");
    rest.setVisible(false);
    rest.addClickListener(_ -> take());
    getFooter().add(new Button("Cancel", _ -> close()), rest, read);
  }

  private void read() {
    notice.clear();
    rest.setVisible(false);
    slaves.read(text.getValue()).handle(this::show, notice::say);
  }

  private void show(SlaveDraft draft) {
    understood = draft.slaves();
    draft.problems().forEach(notice::say);
    if (!draft.problems().isEmpty()) {
      rest.setText("Fill in the " + Format.number(understood.size()) + " without problems");
      rest.setVisible(!understood.isEmpty());
    } else if (understood.isEmpty()) {
      notice.say(
          "There is no slave in this text. Give a line for each, such as bench@lab-1.example.com.");
    } else {
      take();
    }
  }

  private void take() {
    close();
    taken.accept(understood);
  }
}
