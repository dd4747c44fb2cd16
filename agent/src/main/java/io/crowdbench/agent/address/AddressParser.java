package io.crowdbench.agent.address;

import io.crowdbench.agent.address.Address.Login;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one address. URL standard, 4.4, for schemes whose addresses name a host; `file` is not one
/// of them here.
final class AddressParser {

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.\\-]*):(.*)", Pattern.DOTALL);
  private static final Pattern DOT = Pattern.compile("\\.|%2e", Pattern.CASE_INSENSITIVE);

  private final @Nullable Address base;
  private final Charset charset;

  private String scheme = "";
  private boolean web;
  private Login login = Login.NONE;
  private String host = "";
  private int port = -1;
  private final List<String> path = new ArrayList<>();
  private @Nullable String query;
  private @Nullable String fragment;

  /// @param base what relative ones are relative to; null if they make no sense
  /// @param charset of what is behind a `?`
  AddressParser(@Nullable Address base, Charset charset) {
    this.base = base;
    this.charset = charset;
  }

  Address parse(String text) {
    var rest = withoutWhatIsIgnored(text);
    int hash = rest.indexOf('#');
    if (hash >= 0) {
      fragment = PercentCode.encoded(rest.substring(hash + 1), PercentCode.IN_FRAGMENT);
      rest = rest.substring(0, hash);
    }
    var named = SCHEME.matcher(rest);
    if (named.matches()) {
      scheme = named.group(1).toLowerCase(Locale.ROOT);
      web = Schemes.isOfTheWeb(scheme);
      ofScheme(named.group(2));
    } else if (base == null) {
      throw new NoAddress("it has no scheme, such as http:");
    } else {
      scheme = base.scheme();
      web = Schemes.isOfTheWeb(scheme);
      relative(rest, base);
    }
    // One of the web has at least a slash.
    var whole = path.isEmpty() && !web ? "" : "/" + String.join("/", path);
    return new Address(scheme, login, host, port, whole, query, fragment);
  }

  /// Controls and spaces around it, tabs and line breaks within.
  private static String withoutWhatIsIgnored(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) <= ' ') {
      to--;
    }
    var bare = text.substring(from, to);
    return bare.chars().anyMatch(AddressParser::isTabOrBreak)
        ? bare.replaceAll("[\t\r\n]", "")
        : bare;
  }

  private static boolean isTabOrBreak(int c) {
    return c == '\t' || c == '\r' || c == '\n';
  }

  private void ofScheme(String rest) {
    if (!web) {
      if (!rest.startsWith("//")) {
        throw new NoAddress("it names no host");
      }
      authority(rest.substring(2));
    } else if (base != null && base.scheme().equals(scheme) && !rest.startsWith("//")) {
      relative(rest, base);
    } else {
      authority(rest.substring(slashes(rest)));
    }
  }

  private int slashes(String text) {
    int count = 0;
    while (count < text.length() && isSlash(text.charAt(count))) {
      count++;
    }
    return count;
  }

  private boolean isSlash(char c) {
    return c == '/' || (web && c == '\\');
  }

  private void relative(String rest, Address from) {
    int slashes = slashes(rest);
    if (slashes >= 2) {
      authority(rest.substring(web ? slashes : 2));
      return;
    }
    login = from.login();
    host = from.host();
    port = from.namedPort();
    if (slashes == 1) {
      pathAndQuery(rest.substring(1));
      return;
    }
    path.addAll(List.of(from.path().substring(Math.min(1, from.path().length())).split("/", -1)));
    if (rest.isEmpty()) {
      query = from.query();
    } else if (rest.startsWith("?")) {
      query(rest.substring(1));
    } else {
      path.removeLast();
      pathAndQuery(rest);
    }
  }

  private void authority(String rest) {
    int end = 0;
    while (end < rest.length() && !isSlash(rest.charAt(end)) && rest.charAt(end) != '?') {
      end++;
    }
    var authority = Authority.of(rest.substring(0, end), scheme);
    login = authority.login();
    host = authority.host();
    port = authority.port();
    if (end < rest.length() && isSlash(rest.charAt(end))) {
      pathAndQuery(rest.substring(end + 1));
    } else if (end < rest.length()) {
      query(rest.substring(end + 1));
    }
  }

  private void pathAndQuery(String text) {
    int mark = text.indexOf('?');
    path(mark < 0 ? text : text.substring(0, mark));
    if (mark >= 0) {
      query(text.substring(mark + 1));
    }
  }

  /// Behind its first slash, or behind what is in the path already.
  private void path(String text) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean last = i == text.length();
      if (last || isSlash(text.charAt(i))) {
        segment(text.substring(from, i), last);
        from = i + 1;
      }
    }
  }

  private void segment(String text, boolean last) {
    var dots = text.length() <= 6 ? DOT.matcher(text).replaceAll(".") : text;
    if (dots.equals("..") && !path.isEmpty()) {
      path.removeLast();
    }
    if (!dots.equals("..") && !dots.equals(".")) {
      path.add(PercentCode.encoded(text, PercentCode.IN_PATH));
    } else if (last) {
      path.add("");
    }
  }

  private void query(String text) {
    query =
        PercentCode.encoded(
            text,
            web ? PercentCode.IN_QUERY_OF_THE_WEB : PercentCode.IN_QUERY,
            scheme.startsWith("ws") ? StandardCharsets.UTF_8 : charset);
  }
}
