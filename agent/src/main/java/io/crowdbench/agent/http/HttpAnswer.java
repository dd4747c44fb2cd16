package io.crowdbench.agent.http;

/// A whole answer, and what the exchange cost.
///
/// @param reason the status line's text, which may be empty
/// @param body as it came; nothing if it was too large to be kept, see [AnswerBody]
/// @param bodyLength how many bytes it had
/// @param connectNanos how long making the TCP connection took, name look-up included; negative
///   where a kept one was used
/// @param tlsNanos how long the TLS handshake took; negative where there was none
/// @param sentNanos `System.nanoTime` when the request's bytes were handed to the socket, as [Sent]
///   tells
/// @param firstNanos `System.nanoTime` when the answer's first byte had come to this machine
/// @param endNanos `System.nanoTime` when its last byte had, whenever it was read
public record HttpAnswer(
    int status,
    String reason,
    Headers headers,
    byte[] body,
    long bodyLength,
    long bytesSent,
    long bytesReceived,
    long connectNanos,
    long tlsNanos,
    long sentNanos,
    long firstNanos,
    long endNanos) {

  /// False for one that is too large to be looked into.
  public boolean isBodyKept() {
    return body.length == bodyLength;
  }
}
