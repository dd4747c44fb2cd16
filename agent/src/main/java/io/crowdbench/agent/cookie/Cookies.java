package io.crowdbench.agent.cookie;

import io.crowdbench.agent.http.Headers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cookies of one user. Bounded: the one that was set the longest time ago goes first. Any of
/// the user's threads.
///
/// Most users have none or a few, so that going through all of them is cheapest.
public final class Cookies {

  /// As Chromium has it.
  static final int MAX_PER_DOMAIN = 180;

  static final int MAX_BYTES_PER_DOMAIN = 64 * 1024;
  static final int MAX = 1_000;
  static final int MAX_BYTES = 256 * 1024;

  /// RFC 6265bis, 5.8.3: those with longer paths first, then older ones.
  private static final Comparator<Cookie> ORDER =
      Comparator.<Cookie>comparingInt(cookie -> -cookie.path().length())
          .thenComparingLong(Cookie::number);

  /// In the order they were last set. Never changed, but replaced as a whole.
  private volatile List<Cookie> all = List.of();

  /// Reads what the first cookie with a domain needs: it takes a fifth of a second, for which no
  /// user's answers should wait.
  public static void prepare() {
    var _ = PublicSuffixes.contain("example.org");
  }

  /// Keeps what an answer sets.
  ///
  /// @param host as the URL standard writes it
  /// @param path the request's, without its query
  /// @param tls whether it came over TLS
  public void keep(String host, String path, boolean tls, Headers headers) {
    var now = System.currentTimeMillis();
    for (var line : headers.all("Set-Cookie")) {
      keep(host, path, tls, line, now);
    }
  }

  void keep(String host, String path, boolean tls, String line, long now) {
    var set = SetCookie.of(line);
    if (set == null || (set.secure && !tls) || !set.keepsThePromiseOfItsName()) {
      return;
    }
    var made = made(set, host, path, now);
    if (made != null) {
      put(made, tls, now);
    }
  }

  /// @return null if that host may not set it
  private static @Nullable Cookie made(SetCookie set, String host, String path, long now) {
    var domain = set.domain;
    if (domain != null && domain.equals(host) && isForOneHost(host)) {
      domain = null;
    }
    if (domain != null && (!Cookie.isOf(host, domain) || PublicSuffixes.contain(domain))) {
      return null;
    }
    return new Cookie(
        set.name + "=" + set.value,
        set.name.length(),
        domain == null ? host : domain,
        domain == null,
        set.path == null ? defaultPath(path) : set.path,
        set.secure,
        set.expires(now),
        0);
  }

  private static boolean isForOneHost(String host) {
    return Cookie.isIpAddress(host) || PublicSuffixes.contain(host);
  }

  /// RFC 6265bis, 5.1.4.
  private static String defaultPath(String path) {
    int last = path.lastIndexOf('/');
    return last <= 0 ? "/" : path.substring(0, last);
  }

  private synchronized void put(Cookie made, boolean tls, long now) {
    if (!tls && all.stream().anyMatch(made::hides)) {
      return;
    }
    var next = new ArrayList<Cookie>(all.size() + 1);
    long born = all.stream().mapToLong(Cookie::number).max().orElse(0) + 1;
    for (var cookie : all) {
      if (made.replaces(cookie)) {
        born = cookie.number();
      } else if (cookie.expires() > now) {
        next.add(cookie);
      }
    }
    if (made.expires() > now) {
      next.add(made.numbered(born));
    }
    removeTooMany(next, made.domain());
    all = List.copyOf(next);
  }

  private static void removeTooMany(List<Cookie> cookies, String domain) {
    int ofDomain = 0;
    int bytesOfDomain = 0;
    int count = 0;
    int bytes = 0;
    for (int i = cookies.size() - 1; i >= 0; i--) {
      var cookie = cookies.get(i);
      int size = cookie.size();
      boolean own = cookie.domain().equals(domain);
      if (count == MAX
          || bytes + size > MAX_BYTES
          || (own && (ofDomain == MAX_PER_DOMAIN || bytesOfDomain + size > MAX_BYTES_PER_DOMAIN))) {
        cookies.remove(i);
        continue;
      }
      count++;
      bytes += size;
      ofDomain += own ? 1 : 0;
      bytesOfDomain += own ? size : 0;
    }
  }

  /// The value of the Cookie header, or nothing.
  ///
  /// @param path the request's, without its query
  public String line(String host, String path, boolean tls) {
    return line(all, host, path, tls, System.currentTimeMillis());
  }

  String line(String host, String path, boolean tls, long now) {
    return line(all, host, path, tls, now);
  }

  private static String line(List<Cookie> known, String host, String path, boolean tls, long now) {
    Cookie first = null;
    List<Cookie> more = null;
    for (var cookie : known) {
      if (!cookie.goesTo(host, path, tls, now)) {
        continue;
      }
      if (first == null) {
        first = cookie;
      } else {
        more = more == null ? new ArrayList<>(List.of(first)) : more;
        more.add(cookie);
      }
    }
    if (more == null) {
      return first == null ? "" : first.pair();
    }
    more.sort(ORDER);
    return more.stream().map(Cookie::pair).collect(Collectors.joining("; "));
  }
}
