package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.operation.Content;
import io.crowdbench.agent.operation.ReceivedResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/// What pages and style sheets embed, found once for all users that get the same: parsing is dear,
/// and a crowd looks at the same few pages. Any thread.
final class FoundResources {

  private static final int MAX_KEPT = 1_000;

  private static final Map<Body, List<Resource>> kept = new ConcurrentHashMap<>();

  private FoundResources() {}

  /// A body by its length and two sums, which no two that differ by chance have in common.
  private record Body(Address address, int length, long sum, int hash) {

    static Body of(Address address, HttpAnswer answer) {
      var bytes = answer.body();
      var sum = new CRC32C();
      sum.update(bytes);
      return new Body(address, bytes.length, sum.getValue(), Arrays.hashCode(bytes));
    }
  }

  /// What a browser loads with an answer; nothing where it is no page.
  static List<Resource> inPage(Address address, ReceivedResponse page) {
    var type = page.header("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).contains("html")) {
      return List.of();
    }
    try {
      return inPage(address, page.answer(), page.content());
    } catch (IOException e) {
      // It can't be unpacked: a browser shows nothing.
      page.failed(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private static List<Resource> inPage(Address address, HttpAnswer answer, Content content)
      throws IOException {
    var body = Body.of(address, answer);
    var known = kept.get(body);
    return known != null
        ? known
        : keep(body, Embedded.inPage(address, content.page(address.toString())));
  }

  static List<Resource> inStyles(Address address, HttpAnswer answer) throws IOException {
    var body = Body.of(address, answer);
    var known = kept.get(body);
    return known != null
        ? known
        : keep(body, Embedded.inStyles(address, new Content(answer).text()));
  }

  private static List<Resource> keep(Body body, List<Resource> found) {
    if (kept.size() >= MAX_KEPT) {
      kept.clear();
    }
    kept.put(body, found);
    return found;
  }
}
