package io.crowdbench.agent.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a module imports before it runs, as its text says (ECMAScript, 16.2). What it imports while
/// it runs is the script's own doing.
final class ModuleImports {

  /// What stands between comments, strings and templates is looked at word by word.
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n\\r]*+"
              + "|/\\*(?s:.*?)\\*/"
              + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\(?s:.))*+\"|'(?:[^'\\\\\\n]|\\\\(?s:.))*+')"
              + "|`(?:[^`\\\\]|\\\\(?s:.))*+`"
              + "|(?<word>[\\w$]++)"
              + "|(?<sign>[^\\s\\w$])");

  /// After these a slash begins an expression, and after other words it divides.
  private static final Pattern BEFORE_REGEX =
      Pattern.compile(
          "return|typeof|case|in|of|do|else|void|delete|throw|new|[(,=:\\[!&|?{};+*%<>~^-]");

  private static final Pattern REGEX =
      Pattern.compile("/(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*+\\])++/");

  private ModuleImports() {}

  /// The names of the modules, as written.
  static List<String> of(String script) {
    var found = new ArrayList<String>();
    var token = TOKEN.matcher(script);
    var regex = REGEX.matcher(script);
    var last = ";";
    // 0: outside; 1: right behind `import` or `export`; 2: in its list of names; 3: behind `from`.
    int state = 0;
    int at = 0;
    while (token.find(at)) {
      at = token.end();
      var string = token.group("string");
      var word = token.group("word");
      var sign = token.group("sign");
      if (string != null) {
        if (state == 3 || (state == 1 && last.equals("import"))) {
          found.add(string.substring(1, string.length() - 1));
        }
        state = 0;
        last = "'";
      } else if (word != null) {
        state = afterWord(state, word, last);
        last = word;
      } else if (sign != null) {
        if (sign.equals("/") && BEFORE_REGEX.matcher(last).matches()) {
          at = skipped(regex, token.start(), at);
        }
        state = afterSign(state, sign);
        last = sign;
      }
    }
    return found;
  }

  private static int skipped(Matcher regex, int from, int otherwise) {
    regex.region(from, regex.regionEnd());
    return regex.lookingAt() ? regex.end() : otherwise;
  }

  private static int afterWord(int state, String word, String before) {
    if (word.equals("import") || word.equals("export")) {
      return before.equals(".") ? 0 : 1;
    }
    if (state != 0
        && word.equals("from")
        && !before.equals("import")
        && !before.equals(",")
        && !before.equals("{")) {
      return 3;
    }
    boolean declares = state == 1 && before.equals("export");
    return state == 0 || declares ? 0 : 2;
  }

  private static int afterSign(int state, String sign) {
    return switch (sign) {
      case "{", "*", ",", "}" -> state == 0 ? 0 : 2;
      default -> 0;
    };
  }
}
