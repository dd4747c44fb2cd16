package io.crowdbench.agent.channel;

import io.crowdbench.actions.EventStream;
import io.crowdbench.actions.WebSocket;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.http.events.EventStreamConnection;
import io.crowdbench.agent.http.http1.Channel;
import io.crowdbench.agent.http.websocket.WebSocketConnection;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Operation;
import io.crowdbench.agent.operation.OperationNames;
import io.crowdbench.agent.operation.OperationScope;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Opens what stays open for a user, with the opening as an operation.
public final class Channels {

  private final OperationScope user;
  private final Browser browser;
  private final Measured measured;
  private final Ending ending;

  public Channels(OperationScope user, Browser browser, Measured measured, Ending ending) {
    this.user = user;
    this.browser = browser;
    this.measured = measured;
    this.ending = ending;
  }

  public WebSocket webSocket(RequestHead asked, @Nullable String name, Duration timeout) {
    var address = ofHttp(asked.address());
    if (!asked.method().equals("GET") || asked.bodyLength() > 0) {
      throw new IllegalArgumentException(
          "Could not open a WebSocket at %s with %s: it must be a GET without a body."
              .formatted(asked.address(), asked.method()));
    }
    var fields = new Fields(asked.fields());
    var key = WebSocketConnection.ask(fields);
    if (fields.value("Origin").isEmpty()) {
      fields.set("Origin", address.scheme() + "://" + address.authority());
    }
    var request = new RequestHead("GET", address, fields, asked.body());
    var called = name == null ? OperationNames.of("WS", address.path()) : name;
    var channel =
        opened(called, request, timeout, open -> WebSocketConnection.check(open, key)).channel;
    var open = new OpenChannel(measured, ending, called, "WS " + address);
    return new OpenWebSocket(
        WebSocketConnection.over(
            channel, bytes -> measured.message(called + " received", 0, bytes)),
        open);
  }

  public EventStream events(
      RequestHead asked, @Nullable String name, Duration timeout, boolean follow) {
    var fields = new Fields(asked.fields());
    EventStreamConnection.ask(fields);
    var request =
        new RequestHead(asked.method(), asked.address(), fields, asked.body(), asked.bodies());
    var called = name == null ? user.nameOf(request) : name;
    for (int followed = 0; ; followed++) {
      var opened = opened(called, request, timeout, channel -> checkEvents(channel, follow));
      if (!opened.operation.isRedirect()) {
        var counter = called + " events";
        var line =
            EventStreamConnection.over(
                opened.channel, bytes -> measured.message(counter, 0, bytes));
        return new OpenEvents(
            line, new OpenChannel(measured, ending, called, "events of " + request.address()));
      }
      opened.channel.close();
      request = opened.operation.redirected(followed);
      called = OperationNames.hop(name, user.nameOf(request));
    }
  }

  private static void checkEvents(Channel channel, boolean follow) throws IOException {
    if (!follow || channel.answer().status() / 100 != 3) {
      EventStreamConnection.check(channel);
    }
  }

  private record Opened(Operation operation, Channel channel) {}

  /// Looks at the answer's head, and throws where it is not what it should be.
  private interface Check {
    void of(Channel channel) throws IOException;
  }

  private Opened opened(String name, RequestHead request, Duration timeout, Check check) {
    var channel = new Channel[1];
    var operation = new Operation(name, request, timeout, measured);
    operation.expectedStatus();
    var _ =
        user.perform(
            operation,
            (head, time, onSent) -> {
              channel[0] = browser.open(head, time, onSent);
              check.of(channel[0]);
              return channel[0].answer();
            });
    return new Opened(operation, channel[0]);
  }

  /// WebSockets begin as requests of http.
  private static Address ofHttp(Address address) {
    return switch (address.scheme()) {
      case "ws" -> address.withScheme("http");
      case "wss" -> address.withScheme("https");
      default -> address;
    };
  }
}
