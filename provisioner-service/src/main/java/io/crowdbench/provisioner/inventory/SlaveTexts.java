package io.crowdbench.provisioner.inventory;

import io.crowdbench.api.SlaveDraft;
import java.util.regex.Pattern;

/// Reads a text with slaves, in whichever form it is.
final class SlaveTexts {

  private static final Pattern YAML = Pattern.compile("---|-( .*)?|[\\w.-]+\\s*:(\\s.*)?");

  private SlaveTexts() {}

  static SlaveDraft read(String given) {
    // Spreadsheets begin their files with a mark of the byte order.
    var text = given.startsWith("\uFEFF") ? given.substring(1) : given;
    var first =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    var sketch = new Sketch();
    if (CsvText.isHeader(first)) {
      CsvText.read(text, sketch);
      return sketch.draft("CSV");
    }
    if (YAML.matcher(first).matches()) {
      return yaml(text, sketch);
    }
    if (AnsibleIni.isOne(text)) {
      AnsibleIni.read(text, sketch);
      return sketch.draft("ANSIBLE_INI");
    }
    LinesText.read(text, sketch);
    return sketch.draft("LINES");
  }

  private static SlaveDraft yaml(String text, Sketch sketch) {
    var root = YamlText.parse(text, sketch);
    if (root.isEmpty() || YamlText.isOurs(root.get())) {
      root.ifPresent(node -> YamlText.read(node, sketch));
      return sketch.draft("YAML");
    }
    AnsibleYaml.read(root.get(), sketch);
    return sketch.draft("ANSIBLE_YAML");
  }
}
