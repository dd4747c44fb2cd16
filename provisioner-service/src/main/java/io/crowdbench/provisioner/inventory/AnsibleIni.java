package io.crowdbench.provisioner.inventory;

import io.crowdbench.provisioner.inventory.Inventory.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// An inventory of Ansible's as INI: `[group]`, `[group:children]` and `[group:vars]`.
final class AnsibleIni {

  private static final Pattern SECTION =
      Pattern.compile("\\[([\\w.-]+)(?::(children|vars|hosts))?]");

  private static final Pattern VARIABLE = Pattern.compile("\\bansible_\\w+\\s*=");

  /// A word, in which parts may be in quotes.
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  private final Inventory inventory;
  private final Sketch sketch;
  private String group = "ungrouped";
  private String kind = "hosts";

  private AnsibleIni(Sketch sketch) {
    this.sketch = sketch;
    this.inventory = new Inventory(sketch);
  }

  static boolean isOne(String text) {
    return text.lines()
        .map(AnsibleIni::content)
        .anyMatch(line -> SECTION.matcher(line).matches() || VARIABLE.matcher(line).find());
  }

  static void read(String text, Sketch sketch) {
    var reader = new AnsibleIni(sketch);
    int number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var content = content(line);
      if (!content.isEmpty()) {
        reader.line(content, number);
      }
    }
    reader.inventory.end();
  }

  private static String content(String line) {
    return line.replaceAll("^\\s*[#;].*|\\s#.*", "").strip();
  }

  private void line(String content, int number) {
    var section = SECTION.matcher(content);
    if (section.matches()) {
      group = section.group(1);
      kind = section.group(2) == null ? "hosts" : section.group(2);
      return;
    }
    switch (kind) {
      case "children" -> inventory.child(group, content);
      case "vars" -> {
        int equals = content.indexOf('=');
        if (equals < 1) {
          sketch.problem(number, "this is no variable. Write it as name=value.");
        } else {
          inventory.groupVariable(
              group,
              content.substring(0, equals).strip(),
              new Variable(unquoted(content.substring(equals + 1).strip()), number));
        }
      }
      default -> host(content, number);
    }
  }

  private void host(String content, int number) {
    var words = words(content);
    var variables = new LinkedHashMap<String, Variable>();
    for (var word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        sketch.problem(number, "there is more than a host and name=value behind it.");
        return;
      }
      variables.put(
          word.substring(0, equals), new Variable(unquoted(word.substring(equals + 1)), number));
    }
    inventory.host(group, words.getFirst(), number, variables);
  }

  private static List<String> words(String content) {
    var words = new ArrayList<String>();
    var word = WORD.matcher(content);
    while (word.find()) {
      words.add(word.group());
    }
    return words.isEmpty() ? List.of(content) : words;
  }

  private static String unquoted(String text) {
    return text.replaceAll("^\"(.*)\"$|^'(.*)'$", "$1$2");
  }
}
