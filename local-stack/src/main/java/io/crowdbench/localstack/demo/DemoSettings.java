package io.crowdbench.localstack.demo;

import io.crowdbench.localstack.EmbeddedSlaves;
import io.crowdbench.localstack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Where the demo works.
///
/// @param url the one address of all APIs
/// @param pages the same as people's browsers reach it
/// @param kafka where its Kafka is, `host:port`
/// @param site the target site, as the slaves and the demo reach it
/// @param seconds how long each of the three steps lasts
/// @param examples folder of the examples
public record DemoSettings(
    String url,
    String pages,
    String kafka,
    String site,
    List<SlaveAddress> slaves,
    int seconds,
    Path examples) {

  /// Against a local stack.
  public static DemoSettings of(StackSettings stack, int seconds, Path examples)
      throws IOException {
    var password = EmbeddedSlaves.password(stack.data());
    var slaves =
        IntStream.rangeClosed(1, EmbeddedSlaves.COUNT)
            .mapToObj(number ->
                new SlaveAddress(
                    "slave-" + number,
                    EmbeddedSlaves.USER,
                    "127.0.0.1",
                    stack.slave(number),
                    password))
            .toList();
    return new DemoSettings(
        stack.url(),
        stack.url(),
        "127.0.0.1:" + stack.kafka(),
        "http://127.0.0.1:" + stack.site(),
        slaves,
        seconds,
        examples);
  }
}
