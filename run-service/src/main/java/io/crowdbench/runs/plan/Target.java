package io.crowdbench.runs.plan;

import java.util.regex.Pattern;

/// The address of the site under test, as a plan has it. The agent reads it as browsers do; here it
/// is seen whether it can be one.
final class Target {

  private static final Pattern WEB =
      Pattern.compile("(?i)https?://([^/?#\\\\]*@)?[^/?#\\\\@\\s:]+(:[0-9]*)?([/?#\\\\].*)?");
  private static final Pattern IPV6 =
      Pattern.compile("(?i)https?://([^/?#\\\\]*@)?\\[[0-9a-f:.]+\\](:[0-9]*)?([/?#\\\\].*)?");

  private Target() {}

  static boolean looksRight(String address) {
    return WEB.matcher(address).matches() || IPV6.matcher(address).matches();
  }

  /// Without the login that may stand before its host.
  static String shown(String address) {
    return address.replaceFirst("//[^/?#]*@", "//(redacted)@");
  }
}
