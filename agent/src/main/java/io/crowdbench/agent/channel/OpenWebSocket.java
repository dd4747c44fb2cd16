package io.crowdbench.agent.channel;

import io.crowdbench.actions.WebSocket;
import io.crowdbench.agent.http.websocket.WebSocketConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A WebSocket as its action sees it.
final class OpenWebSocket implements WebSocket {

  private final WebSocketConnection line;
  private final OpenChannel opened;

  OpenWebSocket(WebSocketConnection line, OpenChannel opened) {
    this.line = line;
    this.opened = opened;
  }

  @Override
  public void send(String text) {
    opened.measured().trace().message(">", text);
    send(true, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void send(byte[] content) {
    opened.measured().trace().message(">", "(%,d bytes)".formatted(content.length));
    send(false, content);
  }

  private void send(boolean text, byte[] content) {
    opened.ending().check();
    try {
      int bytes = line.send(text, content);
      opened.measured().message(opened.operation() + " sent", bytes, 0);
    } catch (IOException e) {
      throw opened.failed(e);
    }
  }

  @Override
  public String receive(Duration patience) {
    try {
      var text = next(patience).asText();
      opened.measured().trace().message("<", text);
      return text;
    } catch (IOException e) {
      throw opened.failed(e);
    }
  }

  @Override
  public byte[] receiveBytes(Duration patience) {
    try {
      var content = next(patience).content();
      opened.measured().trace().message("<", "(%,d bytes)".formatted(content.length));
      return content;
    } catch (IOException e) {
      throw opened.failed(e);
    }
  }

  private WebSocketConnection.Message next(Duration patience) throws IOException {
    opened.ending().check();
    try {
      return line.next(patience);
    } catch (InterruptedException e) {
      throw opened.interrupted();
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
