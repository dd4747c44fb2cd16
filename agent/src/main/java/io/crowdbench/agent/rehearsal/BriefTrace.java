package io.crowdbench.agent.rehearsal;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.operation.Trace;
import io.crowdbench.messages.sample.Outcome;
import java.io.PrintWriter;
import java.util.Locale;

/// Prints a line for each thing that a page embeds. Any thread: a line is printed in one go.
final class BriefTrace implements Trace {

  private final PrintWriter out;

  BriefTrace(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void answered(RequestHead request, HttpAnswer answer) {
    out.printf(
        Locale.ROOT,
        "      %s: %d %s in %s, %,d bytes%n",
        request.address(),
        answer.status(),
        answer.reason(),
        millis(answer.endNanos() - answer.sentNanos()),
        answer.bytesReceived());
  }

  @Override
  public void settled(String operation, Outcome outcome) {
    if (outcome != Outcome.PASSED) {
      out.printf("      = %s: failed%n", operation);
    }
  }

  @Override
  public void kept(Address address) {
    out.printf("      %s: from the cache%n", address);
  }

  @Override
  public void error(String message) {
    out.printf("      ! %s%n", message);
  }

  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.1f ms", nanos / 1e6);
  }
}
