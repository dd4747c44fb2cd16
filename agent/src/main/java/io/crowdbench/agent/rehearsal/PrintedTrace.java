package io.crowdbench.agent.rehearsal;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.operation.Content;
import io.crowdbench.agent.operation.Texts;
import io.crowdbench.agent.operation.Trace;
import io.crowdbench.messages.sample.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Prints what a user does for a person to read.
final class PrintedTrace implements Trace {

  private static final int SHOWN = 300;

  private final PrintWriter out;

  PrintedTrace(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void answered(RequestHead request, HttpAnswer answer) {
    out.printf("%n  %s %s%n", request.method(), request.address());
    for (int i = 0; i < request.fields().count(); i++) {
      out.printf("    > %s: %s%n", request.fields().name(i), request.fields().value(i));
    }
    var sent = request.fields().value("Content-Type");
    body(">", sent, request.body(), new String(request.body(), StandardCharsets.UTF_8));
    out.printf(
        Locale.ROOT,
        "    < %d %s in %s (%s), %,d bytes%n",
        answer.status(),
        answer.reason(),
        BriefTrace.millis(answer.endNanos() - answer.sentNanos()),
        times(answer),
        answer.bytesReceived());
    answer
        .headers()
        .asMap()
        .forEach((name, values) -> values.forEach(v -> out.printf("    < %s: %s%n", name, v)));
    body(answer);
  }

  /// Connecting is before the send, and so not in the operation's time.
  private static String times(HttpAnswer answer) {
    var first = "first byte after " + BriefTrace.millis(answer.firstNanos() - answer.sentNanos());
    if (answer.connectNanos() < 0) {
      return first;
    }
    var tls = answer.tlsNanos() < 0 ? "" : ", TLS in " + BriefTrace.millis(answer.tlsNanos());
    return first + "; before it connected in " + BriefTrace.millis(answer.connectNanos()) + tls;
  }

  private void body(HttpAnswer answer) {
    try {
      var content = new Content(answer);
      var type = answer.headers().first("Content-Type").orElse("");
      body("<", type, content.bytes(), content.text());
    } catch (IOException e) {
      text("<", "(" + e.getMessage() + ")");
    }
  }

  private void body(String direction, String contentType, byte[] bytes, String text) {
    if (Texts.is(contentType, bytes)) {
      text(direction, text);
    } else if (bytes.length > 0) {
      out.printf("    %s (a body that is no text)%n", direction);
    }
  }

  private void text(String direction, String text) {
    var cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    cut.lines()
        .filter(line -> !line.isBlank())
        .forEach(l -> out.printf("    %s   %s%n", direction, l));
  }

  @Override
  public void settled(String operation, Outcome outcome) {
    out.printf("    = %s: %s%n", operation, outcome.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void grouped(String group, Outcome outcome, long nanos) {
    var word = outcome.name().toLowerCase(Locale.ROOT);
    out.printf("%n  group %s: %s in %s%n", group, word, BriefTrace.millis(nanos));
  }

  @Override
  public void counted(String name, long amount) {
    out.printf(Locale.ROOT, "    %s: %+,d%n", name, amount);
  }

  @Override
  public void timed(String name, long nanos) {
    out.printf("    %s: %s%n", name, BriefTrace.millis(nanos));
  }

  @Override
  public void message(String direction, String text) {
    text(direction, text);
  }

  @Override
  public void kept(Address address) {
    out.printf("    %s from the cache%n", address);
  }

  @Override
  public Trace brief() {
    return new BriefTrace(out);
  }

  @Override
  public void error(String message) {
    out.printf("    ! %s%n", message);
  }

  @Override
  public void logged(String line) {
    out.printf("    log: %s%n", line);
  }
}
