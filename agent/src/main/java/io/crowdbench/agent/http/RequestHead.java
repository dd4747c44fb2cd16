package io.crowdbench.agent.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A request as it goes over the wire.
///
/// @param fields header fields beside Host, Content-Length and Cookie, which are made here
/// @param body may be empty
public record RequestHead(String method, URI address, Fields fields, byte[] body) {

  byte[] bytes(String cookies) {
    var head = new StringBuilder(256);
    head.append(method).append(' ').append(path()).append(" HTTP/1.1\r\nHost: ");
    head.append(Origin.of(address).authority()).append("\r\n");
    for (int i = 0; i < fields.count(); i++) {
      head.append(line(fields.name(i))).append(": ").append(line(fields.value(i))).append("\r\n");
    }
    if (!cookies.isEmpty()) {
      head.append("Cookie: ").append(cookies).append("\r\n");
    }
    if (body.length > 0
        || method.equals("POST")
        || method.equals("PUT")
        || method.equals("PATCH")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    var all = new ByteArrayOutputStream(head.length() + body.length);
    all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private String path() {
    var path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  /// A line break in a name or value would let one field become two.
  private static String line(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }
}
