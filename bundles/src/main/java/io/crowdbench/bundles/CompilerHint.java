package io.crowdbench.bundles;

import java.util.regex.Pattern;

/// What helps with a mistake that the compiler's own words do not explain.
final class CompilerHint {

  /// A method of a request that is looked for in its answer.
  private static final Pattern TOO_LATE =
      Pattern.compile(
          "symbol: method (as|header|query|form|file|body|json|bearer|basic|followRedirects|timeout|mayFail|embedding|send)\\(.*location: .*\\bactions\\.Response\\b");

  private CompilerHint() {}

  /// Behind the compiler's message; nothing where there is no help.
  static String of(String message) {
    var found = TOO_LATE.matcher(message);
    if (!found.find()) {
      return "";
    }
    return found.group(1).equals("send")
        ? "; requests are sent at once: leave send() out"
        : "; a request is sent at once, so say before what it has: user.get(address, r -> r.%s(…))"
            .formatted(found.group(1));
  }
}
