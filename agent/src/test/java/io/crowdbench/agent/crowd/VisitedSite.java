package io.crowdbench.agent.crowd;

import io.crowdbench.agent.testing.RawSite;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A site of pages and what they embed, by path; everything else is not found.
final class VisitedSite {

  static final String OK = "HTTP/1.1 200 OK";
  static final String HTML = OK + "\r\nContent-Type: text/html";
  static final String CSS = OK + "\r\nContent-Type: text/css";

  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  void put(String path, byte[] answer) {
    answers.put(path, answer);
  }

  void page(String body) {
    put("/", answer(HTML, body));
  }

  byte[] answerTo(RawSite.Received request) {
    return answers.getOrDefault(request.target(), answer("HTTP/1.1 404 Not Found", ""));
  }

  /// A user before it.
  OneUser opened() throws IOException {
    return new OneUser(this::answerTo);
  }

  static List<String> targets(OneUser one) {
    return one.site.requests().stream().map(RawSite.Received::target).toList();
  }

  static byte[] answer(String head, String body) {
    return RawSite.answer(head, body);
  }
}
