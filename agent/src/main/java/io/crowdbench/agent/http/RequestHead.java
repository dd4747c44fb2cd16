package io.crowdbench.agent.http;

import io.crowdbench.agent.address.Address;

/// A request as it goes over the wire.
///
/// @param fields header fields beside Host, Content-Length and Cookie, which are made here
/// @param body may be empty
/// @param bodies how this and the answer's are handled; with an upload `body` is empty
public record RequestHead(
    String method, Address address, Fields fields, byte[] body, Bodies bodies) {

  public RequestHead(String method, Address address, Fields fields, byte[] body) {
    this(method, address, fields, body, Bodies.USUAL);
  }

  private static final byte[] HOST = HeadWriter.latin(" HTTP/1.1\r\nHost: ");
  private static final byte[] COOKIE = HeadWriter.latin("Cookie: ");
  private static final byte[] LENGTH = HeadWriter.latin("Content-Length: ");
  private static final byte[] END = HeadWriter.latin("\r\n");

  public byte[] bytes(Origin origin, String cookies) {
    return write(origin, cookies, new byte[512]).copy();
  }

  /// Puts it together.
  ///
  /// @param buffer where, if it fits
  public HeadWriter write(Origin origin, String cookies, byte[] buffer) {
    var out = new HeadWriter(buffer);
    out.add(method).add(" ").add(address.target());
    out.add(HOST).add(origin.authority()).add(END);
    fields.writeTo(out);
    if (!cookies.isEmpty()) {
      out.add(COOKIE).add(cookies).add(END);
    }
    if (bodyLength() > 0 || announcesABody()) {
      out.add(LENGTH).add(Long.toString(bodyLength())).add(END);
    }
    return out.add(END).add(body);
  }

  /// How long the body is, wherever it comes from.
  public long bodyLength() {
    return bodies.upload() == null ? body.length : bodies.upload().length();
  }

  public boolean announcesABody() {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }
}
