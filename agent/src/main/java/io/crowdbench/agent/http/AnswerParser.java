package io.crowdbench.agent.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// Understands an HTTP/1.1 answer (RFC 9112): lenient where servers are sloppy, strict where a
/// wrong guess would mix up two answers.
final class AnswerParser {

  private final AnswerReader reader;
  private final boolean head;

  private int status;
  private String reason = "";
  private Headers headers = new Headers();
  private boolean oldVersion;
  private boolean toEnd;

  /// @param head true for the answer to a HEAD request, which has no body whatever it says
  AnswerParser(AnswerReader reader, boolean head) {
    this.reader = reader;
    this.head = head;
  }

  byte[] parse() throws IOException {
    head(false);
    return body();
  }

  /// Reads up to the body.
  ///
  /// @param switching true if 101 is an answer, behind which another protocol begins
  void head(boolean switching) throws IOException {
    do {
      statusLine(reader.line());
      headerFields();
      if (status == 101 && !switching) {
        throw new HttpFailure("the server switched to another protocol, which was not asked for");
      }
    } while (status < 200 && status != 101);
  }

  /// The body, to be read as it comes.
  BodyStream stream() throws IOException {
    if (isWithoutBody()) {
      return BodyStream.of(reader, 0);
    }
    if (headers.has("Transfer-Encoding")) {
      return isChunked() ? BodyStream.ofChunks(reader) : BodyStream.toEnd(reader);
    }
    var lengths = headers.all("Content-Length");
    return lengths.isEmpty() ? BodyStream.toEnd(reader) : BodyStream.of(reader, length(lengths));
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  Headers headers() {
    return headers;
  }

  /// True if the connection may carry another request.
  boolean keepAlive() {
    if (toEnd || headers.has("Connection", "close")) {
      return false;
    }
    // Two ways to say where the body ends: whoever sent that can't be trusted with the next answer.
    if (headers.has("Transfer-Encoding") && headers.has("Content-Length")) {
      return false;
    }
    return !oldVersion || headers.has("Connection", "keep-alive");
  }

  private void statusLine(String line) throws HttpFailure {
    if (!line.startsWith("HTTP/1.")
        || line.length() < 12
        || !isDigit(line.charAt(7))
        || line.charAt(8) != ' ') {
      throw new HttpFailure("the answer begins with \"" + shown(line) + "\", which is no HTTP/1.1");
    }
    oldVersion = line.charAt(7) == '0';
    status = 0;
    for (int i = 9; i < 12; i++) {
      if (!isDigit(line.charAt(i))) {
        throw new HttpFailure("the status line \"" + shown(line) + "\" has no status code");
      }
      status = status * 10 + line.charAt(i) - '0';
    }
    if (status < 100 || (line.length() > 12 && line.charAt(12) != ' ')) {
      throw new HttpFailure("the status line \"" + shown(line) + "\" has no status code");
    }
    reason = line.length() > 13 ? line.substring(13) : "";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void headerFields() throws IOException {
    headers = new Headers();
    headerFields(headers);
  }

  private void headerFields(Headers into) throws IOException {
    for (var line = reader.line(); !line.isEmpty(); line = reader.line()) {
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        into.fold(line);
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new HttpFailure("the header line \"" + shown(line) + "\" has no name");
      }
      into.add(line, colon);
    }
  }

  private byte[] body() throws IOException {
    if (isWithoutBody()) {
      return new byte[0];
    }
    if (headers.has("Transfer-Encoding")) {
      if (isChunked()) {
        return chunks();
      }
      toEnd = true;
      return reader.toEnd();
    }
    var lengths = headers.all("Content-Length");
    if (lengths.isEmpty()) {
      toEnd = true;
      return reader.toEnd();
    }
    return reader.exactly(length(lengths));
  }

  private boolean isWithoutBody() {
    return head || status == 204 || status == 304;
  }

  private boolean isChunked() {
    var last = headers.all("Transfer-Encoding").getLast();
    return last.substring(last.lastIndexOf(',') + 1).strip().equalsIgnoreCase("chunked");
  }

  private static long length(List<String> lengths) throws HttpFailure {
    var first = lengths.getFirst();
    boolean same = lengths.size() == 1 || lengths.stream().distinct().count() == 1;
    if (!same || !isNumber(first, 10, 18)) {
      throw new HttpFailure("Content-Length is " + shown(String.join(" and ", lengths)));
    }
    return Long.parseLong(first);
  }

  /// True for digits of the ASCII kind and nothing else, at most so many.
  private static boolean isNumber(String text, int radix, int longest) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= longest;
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      long length = chunkSize(reader.line());
      if (length == 0) {
        headerFields(new Headers());
        return body.toByteArray();
      }
      if (body.size() + length > Integer.MAX_VALUE - 16) {
        throw new HttpFailure("the body is longer than 2 GB");
      }
      body.write(reader.exactly(length));
      if (!reader.line().isEmpty()) {
        throw new HttpFailure("a chunk is longer than the " + length + " bytes it announced");
      }
    }
  }

  static long chunkSize(String line) throws HttpFailure {
    int end = line.indexOf(';');
    var size = (end < 0 ? line : line.substring(0, end)).strip();
    if (!isNumber(size, 16, 15)) {
      throw new HttpFailure("the chunk size \"" + shown(line) + "\" is no number");
    }
    return Long.parseLong(size, 16);
  }

  private static String shown(String text) {
    var printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
  }
}
