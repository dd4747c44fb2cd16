package io.crowdbench.agent.operation;

import io.crowdbench.agent.http.ContentCodings;
import io.crowdbench.agent.http.Fields;

/// The header fields of every request, which its author may replace.
public final class DefaultFields {

  public static final String ACCEPT = "*/*";

  public static final Fields ALL = all();

  private DefaultFields() {}

  private static Fields all() {
    var fields = new Fields();
    fields.set("User-Agent", "Crowdbench");
    fields.set("Accept", ACCEPT);
    fields.set("Accept-Encoding", ContentCodings.ACCEPTED);
    return fields.prepared();
  }
}
