package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.Redirects;
import io.crowdbench.agent.http.RequestHead;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one user's browser keeps of answers, by the rules of RFC 9111 for a private cache. Bounded:
/// what was not used for the longest time goes first. Any thread.
public final class Cache {

  static final int MAX_ENTRIES = 1_000;

  /// Of pages' bodies, as they came over the network.
  static final int MAX_BYTES = 2 * 1024 * 1024;

  /// May be kept although nobody says for how long (RFC 9110, 15.1).
  private static final Set<Integer> USUAL = Set.of(200, 203, 301, 308, 404, 410);

  /// May be kept where it is said.
  private static final Set<Integer> TEMPORARY = Set.of(302, 307);

  private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /// What is kept for that request, fresh or not.
  ///
  /// @param cookies the value of its Cookie header
  public synchronized @Nullable Kept of(RequestHead request, String cookies) {
    var found = kept.get(request.address().toString());
    if (found == null) {
      return null;
    }
    var varied = found.varied();
    return varied == null || varied.values().equals(values(varied.names(), request, cookies))
        ? found
        : null;
  }

  /// Keeps an answer if that is allowed and of any use; what was kept before goes in any case.
  ///
  /// @param page true if its body will be wanted again
  /// @return what it keeps; null if nothing
  public @Nullable Kept keep(RequestHead request, String cookies, HttpAnswer answer, boolean page) {
    var made = made(request, cookies, answer, page);
    put(request.address(), made);
    return made;
  }

  private static @Nullable Kept made(
      RequestHead request, String cookies, HttpAnswer answer, boolean page) {
    var headers = answer.headers();
    var fresh = Freshness.of(headers, Instant.now());
    var names =
        Stream.of(String.join(",", headers.all("Vary")).split(",", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .sorted()
            .toList();
    var tag = headers.first("ETag").orElse(null);
    var modified = headers.first("Last-Modified").orElse(null);
    var useful = !fresh.time().isZero() || tag != null || modified != null;
    if (!useful
        || !fresh.stored()
        || names.contains("*")
        || !isAllowed(answer.status(), fresh)
        || (page && answer.bodyLength() > MAX_BYTES / 2)) {
      return null;
    }
    var life = fresh.time().toNanos();
    return new Kept(
        tag,
        modified,
        life,
        System.nanoTime() + life,
        names.isEmpty() ? null : new Kept.Varied(names, values(names, request, cookies)),
        answer.status(),
        next(request, answer),
        page ? answer : null,
        null);
  }

  private static boolean isAllowed(int status, Freshness fresh) {
    return USUAL.contains(status)
        || (TEMPORARY.contains(status) && fresh.said() && !fresh.time().isZero());
  }

  private static @Nullable Address next(RequestHead request, HttpAnswer answer) {
    try {
      return Redirects.is(answer) ? Redirects.next(request, answer).address() : null;
    } catch (IOException e) {
      // It leads nowhere; following it will tell.
      return null;
    }
  }

  /// It has not changed: what is kept of it is fresh again.
  ///
  /// @param answer of status 304
  public Kept refresh(Address address, Kept old, HttpAnswer answer) {
    var headers = answer.headers();
    var told = headers.first("Cache-Control").isPresent() || headers.first("Expires").isPresent();
    var life = told ? Freshness.of(headers, Instant.now()).time().toNanos() : old.lifeNanos();
    var again = old.freshFor(life);
    put(address, again);
    return again;
  }

  /// What is in a style sheet or module is known now.
  void learn(Address address, Kept old, Digest content) {
    put(address, old.with(content));
  }

  /// Forgets an address, after a request that may have changed what is there.
  public void forget(Address address) {
    put(address, null);
  }

  private synchronized void put(Address address, @Nullable Kept entry) {
    var key = address.toString();
    var old = entry == null ? kept.remove(key) : kept.put(key, entry);
    bytes += (entry == null ? 0 : entry.bytes()) - (old == null ? 0 : old.bytes());
    while (kept.size() > MAX_ENTRIES || bytes > MAX_BYTES) {
      var oldest = kept.pollFirstEntry();
      bytes -= oldest == null ? 0 : oldest.getValue().bytes();
    }
  }

  private static List<String> values(List<String> names, RequestHead request, String cookies) {
    Fields fields = request.fields();
    return names.stream()
        .map(name -> name.equals("cookie") ? cookies : fields.value(name))
        .toList();
  }
}
