package io.crowdbench.agent.visit;

import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.RequestHead;
import org.jspecify.annotations.Nullable;

/// Requests that ask whether what a browser has kept has changed.
final class Revalidation {

  private Revalidation() {}

  /// The same request, asking so where something is kept.
  static RequestHead asking(RequestHead request, @Nullable Kept kept) {
    if (kept == null) {
      return request;
    }
    var fields = new Fields(request.fields());
    kept.ask(fields);
    return new RequestHead(
        request.method(), request.address(), fields, request.body(), request.bodies());
  }

  static RequestHead withoutAsking(RequestHead request) {
    withoutAsking(request.fields());
    return request;
  }

  static void withoutAsking(Fields fields) {
    fields.remove("If-None-Match");
    fields.remove("If-Modified-Since");
  }
}
