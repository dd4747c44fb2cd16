package io.crowdbench.agent.http.http1;

import io.crowdbench.agent.http.AnswerBody;
import io.crowdbench.agent.http.HeadWriter;
import io.crowdbench.agent.http.Headers;
import io.crowdbench.agent.http.HttpFailure;
import java.io.IOException;
import java.util.stream.Stream;

/// Understands an HTTP/1.1 answer (RFC 9112): lenient where servers are sloppy, strict where a
/// wrong guess would mix up two answers.
final class AnswerParser {

  private static final byte[] START = HeadWriter.latin("HTTP/1.");

  private static final String OK = "OK";

  private static final Headers NONE = new Headers();

  private static final long UNKNOWN = -1;

  private final AnswerReader reader;
  private final boolean head;
  private final int kept;

  private int status;
  private String reason = "";
  private Headers headers = NONE;
  private boolean oldVersion;
  private boolean toEnd;
  private long bodyLength;

  /// @param head true for the answer to a HEAD request, which has no body whatever it says
  AnswerParser(AnswerReader reader, boolean head) {
    this(reader, head, AnswerBody.USUALLY_KEPT);
  }

  /// @param kept as many bytes of the body are kept
  AnswerParser(AnswerReader reader, boolean head, int kept) {
    this.reader = reader;
    this.head = head;
    this.kept = kept;
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
      reader.readLine();
      statusLine();
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
    long length = length();
    return length == UNKNOWN ? BodyStream.toEnd(reader) : BodyStream.of(reader, length);
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

  /// How many bytes the body had, kept or not.
  long bodyLength() {
    return bodyLength;
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

  private void statusLine() throws HttpFailure {
    var line = reader.line();
    int from = reader.from();
    int length = reader.to() - from;
    if (length < 12 || !begins(line, from) || !isDigit(line[from + 7]) || line[from + 8] != ' ') {
      throw new HttpFailure(
          "the answer begins with \"" + HttpText.shown(reader.text()) + "\", which is no HTTP/1.1");
    }
    oldVersion = line[from + 7] == '0';
    status = 0;
    boolean code = length == 12 || line[from + 12] == ' ';
    for (int i = from + 9; i < from + 12; i++) {
      code &= isDigit(line[i]);
      status = status * 10 + line[i] - '0';
    }
    if (!code || status < 100) {
      throw new HttpFailure(
          "the status line \"" + HttpText.shown(reader.text()) + "\" has no status code");
    }
    reason = reader.isText(13, OK) ? OK : reader.text(Math.min(13, length));
  }

  private static boolean begins(byte[] line, int from) {
    for (int i = 0; i < START.length; i++) {
      if (line[from + i] != START[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private void headerFields() throws IOException {
    headers = new Headers();
    headerFields(headers);
  }

  private void headerFields(Headers into) throws IOException {
    for (reader.readLine(); reader.from() < reader.to(); reader.readLine()) {
      var line = reader.line();
      int from = reader.from();
      if (line[from] == ' ' || line[from] == '\t') {
        into.fold(reader.text());
        continue;
      }
      int colon = from;
      while (colon < reader.to() && line[colon] != ':') {
        colon++;
      }
      if (colon == from || colon == reader.to()) {
        throw new HttpFailure(
            "the header line \"" + HttpText.shown(reader.text()) + "\" has no name");
      }
      into.add(line, from, reader.to(), colon);
    }
  }

  private byte[] body() throws IOException {
    if (isWithoutBody()) {
      return new byte[0];
    }
    if (headers.has("Transfer-Encoding")) {
      return isChunked() ? chunks() : toEnd();
    }
    long length = length();
    if (length == UNKNOWN) {
      return toEnd();
    }
    if (length <= kept && reader.has(length)) {
      bodyLength = length;
      return reader.take((int) length);
    }
    var body = new AnswerBody(length, kept);
    reader.exactly(length, body);
    return whole(body);
  }

  private byte[] toEnd() throws IOException {
    toEnd = true;
    var body = new AnswerBody(AnswerBody.UNKNOWN, kept);
    reader.toEnd(body);
    return whole(body);
  }

  private byte[] whole(AnswerBody body) {
    bodyLength = body.length();
    return body.bytes();
  }

  private boolean isWithoutBody() {
    return head || status == 204 || status == 304;
  }

  private boolean isChunked() {
    var last = headers.all("Transfer-Encoding").getLast();
    return last.substring(last.lastIndexOf(',') + 1).strip().equalsIgnoreCase("chunked");
  }

  private long length() throws HttpFailure {
    long usual = headers.number("Content-Length");
    if (usual >= 0) {
      return usual;
    }
    var lengths =
        headers.all("Content-Length").stream()
            .flatMap(value -> Stream.of(value.split(",", -1)).map(String::strip))
            .toList();
    if (lengths.isEmpty()) {
      return UNKNOWN;
    }
    // Said twice is said once, if it is the same (RFC 9110, 8.6).
    boolean same = lengths.stream().distinct().count() == 1;
    if (!same || !HttpText.isNumber(lengths.getFirst(), 10, 18)) {
      throw new HttpFailure("Content-Length is " + HttpText.shown(String.join(" and ", lengths)));
    }
    return Long.parseLong(lengths.getFirst());
  }

  private byte[] chunks() throws IOException {
    var body = new AnswerBody(AnswerBody.UNKNOWN, kept);
    while (true) {
      reader.readLine();
      long length = HttpText.chunkSize(reader.text());
      if (length == 0) {
        headerFields(new Headers());
        return whole(body);
      }
      reader.exactly(length, body);
      reader.readLine();
      if (reader.from() < reader.to()) {
        throw new HttpFailure("a chunk is longer than the " + length + " bytes it announced");
      }
    }
  }
}
