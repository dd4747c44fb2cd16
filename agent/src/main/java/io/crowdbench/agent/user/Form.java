package io.crowdbench.agent.user;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A form being filled in, and how it goes over the wire.
final class Form {

  private final List<Part> parts = new ArrayList<>();
  private final String boundary =
      "----CrowdbenchForm" + Long.toHexString(ThreadLocalRandom.current().nextLong());

  /// @param fileName null for a plain field
  private record Part(
      String field, @Nullable String fileName, String contentType, byte[] content) {}

  void add(String field, String value) {
    parts.add(new Part(field, null, "", value.getBytes(StandardCharsets.UTF_8)));
  }

  void add(String field, String fileName, String contentType, byte[] content) {
    parts.add(new Part(field, fileName, contentType, content));
  }

  String contentType() {
    return hasFile()
        ? "multipart/form-data; boundary=" + boundary
        : "application/x-www-form-urlencoded";
  }

  byte[] bytes() {
    return hasFile() ? multipart() : urlEncoded().getBytes(StandardCharsets.US_ASCII);
  }

  private boolean hasFile() {
    return parts.stream().anyMatch(part -> part.fileName != null);
  }

  private String urlEncoded() {
    return parts.stream()
        .map(part -> encoded(part.field, new String(part.content, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private byte[] multipart() {
    var body = new ByteArrayOutputStream();
    for (var part : parts) {
      var head = new StringBuilder("--" + boundary + "\r\nContent-Disposition: form-data; name=\"");
      head.append(escaped(part.field)).append('"');
      if (part.fileName != null) {
        head.append("; filename=\"").append(escaped(part.fileName)).append("\"\r\n");
        head.append("Content-Type: ").append(part.contentType);
      }
      body.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
      body.writeBytes(part.content);
      body.writeBytes(new byte[] {'\r', '\n'});
    }
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  /// As browsers do (HTML standard, 4.10.21.8).
  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
