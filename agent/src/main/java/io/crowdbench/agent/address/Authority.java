package io.crowdbench.agent.address;

import io.crowdbench.agent.address.Address.Login;

/// What stands between the slashes and the path: who, where. URL standard, 4.4.
///
/// @param port negative if it is the scheme's own
record Authority(Login login, String host, int port) {

  static Authority of(String text, String scheme) {
    int at = text.lastIndexOf('@');
    var place = text.substring(at + 1);
    int colon = colonBeforePort(place);
    var name = colon < 0 ? place : place.substring(0, colon);
    if (name.isEmpty()) {
      throw new NoAddress("it names no host");
    }
    return new Authority(
        at < 0 ? Login.NONE : login(text.substring(0, at)),
        Schemes.isOfTheWeb(scheme) ? Hosts.host(name) : Hosts.opaque(name),
        colon < 0 ? -1 : port(place.substring(colon + 1), scheme));
  }

  private static Login login(String text) {
    int colon = text.indexOf(':');
    var name = colon < 0 ? text : text.substring(0, colon);
    var password = colon < 0 ? "" : text.substring(colon + 1);
    return new Login(
        PercentCode.encoded(name, PercentCode.IN_LOGIN),
        PercentCode.encoded(password, PercentCode.IN_LOGIN));
  }

  /// Those of an IP address stand in brackets.
  private static int colonBeforePort(String text) {
    boolean inBrackets = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' && !inBrackets) {
        return i;
      }
      inBrackets = c == '[' || (inBrackets && c != ']');
    }
    return -1;
  }

  private static int port(String digits, String scheme) {
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new NoAddress("\"" + digits + "\" is no port");
    }
    var bare = digits.replaceFirst("^0+(?=.)", "");
    if (bare.length() > 5 || (!bare.isEmpty() && Integer.parseInt(bare) > 65_535)) {
      throw new NoAddress("ports end at 65535, and " + bare + " is above");
    }
    int number = bare.isEmpty() ? -1 : Integer.parseInt(bare);
    return number == Schemes.port(scheme) ? -1 : number;
  }
}
