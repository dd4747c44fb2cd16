package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

/// All slaves as a text that can be kept and imported again.
final class ExportDialog extends Dialog {

  ExportDialog(String yaml) {
    super("Export");
    setId("export");
    setWidth("44rem");
    setMaxWidth("95vw");
    var words =
        new Paragraph(
            "All slaves as YAML, without passwords and keys: those are given anew when it is imported.");
    words.addClassName("quiet");
    var text = new TextArea();
    text.setId("export-text");
    text.setAriaLabel("All slaves as YAML");
    text.setReadOnly(true);
    text.setValue(yaml);
    text.setWidthFull();
    text.setMaxHeight("50vh");
    text.addClassName("mono");
    var download = new Anchor("api/slaves/export", "Download");
    download.getElement().setAttribute("download", "slaves.yaml");
    add(words, text);
    getFooter().add(download, new Button("Close", _ -> close()));
  }
}
