package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A button that takes the text of a file of the reader's; the file is kept nowhere.
final class TextUpload extends Div {

  private static final int MAX_BYTES = 1 << 20;

  /// @param taken hears the text
  /// @param refused hears why a file was not taken
  TextUpload(String label, Consumer<String> taken, Consumer<String> refused) {
    var button = new Button(label);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    var upload = new Upload();
    upload.setUploadButton(button);
    upload.setDropAllowed(false);
    upload.setMaxFileSize(MAX_BYTES);
    upload.setUploadHandler(
        UploadHandler.inMemory((_, bytes) -> {
          upload.clearFileList();
          taken.accept(new String(bytes, StandardCharsets.UTF_8));
        }));
    upload.addFileRejectedListener(
        _ -> refused.accept("The file is larger than 1 MB, and was not read. Take a smaller one."));
    addClassName("text-upload");
    add(upload);
  }
}
