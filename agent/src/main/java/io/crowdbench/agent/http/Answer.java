package io.crowdbench.agent.http;

/// A whole answer, and what the exchange cost.
///
/// @param reason the status line's text, which may be empty
/// @param sentNanos `System.nanoTime` when the request's bytes were handed to the socket
/// @param endNanos `System.nanoTime` when the answer's last byte had been read
public record Answer(
    int status,
    String reason,
    Headers headers,
    byte[] body,
    long bytesSent,
    long bytesReceived,
    long sentNanos,
    long endNanos) {}
