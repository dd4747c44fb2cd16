package io.crowdbench.provisioner.inventory;

/// Slaves one a line: `user@host:port name label=fast folder=/srv/bench`.
final class LinesText {

  private LinesText() {}

  static void read(String text, Sketch sketch) {
    int number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var content = line.replaceAll("(^|\\s)#.*", "").strip();
      if (!content.isEmpty()) {
        read(content, number, new Entry(number, sketch), sketch);
      }
    }
  }

  static void read(String content, int line, Entry entry, Sketch sketch) {
    var words = content.split("\\s+");
    entry.address(words[0]);
    boolean named = false;
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals > 0) {
        entry.set(words[i].substring(0, equals), words[i].substring(equals + 1), line);
      } else if (!named) {
        entry.name(words[i]);
        named = true;
      } else {
        sketch.problem(
            line,
            "there is more than an address and a name. Write what else there is as label=… or folder=….");
        return;
      }
    }
    entry.end();
  }
}
