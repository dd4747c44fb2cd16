package io.crowdbench.localstack.faults;

import static org.awaitility.Awaitility.await;

import io.crowdbench.api.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs of the example's actions against the site.
record Shop(FaultStack stack) {

  private static final Path EXAMPLE = Path.of("../examples/shop");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /// On the first two slaves.
  LoadRun start(int seconds) {
    return start(seconds, List.of(1, 2), Map.of());
  }

  /// @param more fields of the plan
  LoadRun start(int seconds, List<Integer> slaves, Map<String, ?> more) {
    var content = new HashMap<String, Object>();
    content.put("name", "Shop under faults");
    content.put("bundle", upload());
    content.put("target", stack.site().url());
    content.put("slaves", slaves.stream().map(FaultSlaves::name).toList());
    content.put(
        "steps", List.of(Map.of("seconds", seconds, "users", Map.of("Browse", 8, "Buy", 4))));
    content.putAll(more);
    return start(content);
  }

  LoadRun start(Map<String, Object> content) {
    var before = stack.site().requests();
    var plan = plan(content);
    return new LoadRun(stack, stack.plans().start(plan).orThrow().id(), before);
  }

  /// run-service may still have to read of the bundle and the slaves.
  private String plan(Map<String, Object> content) {
    return await("the plan")
        .atMost(TIMEOUT)
        .until(() -> stack.plans().create(content), Result.Ok.class::isInstance)
        .orThrow()
        .id();
  }

  /// The same content is the same bundle.
  private String upload() {
    try (Stream<Path> sources = Files.list(EXAMPLE.resolve("src/main/java/shop"))) {
      var files = Stream.concat(sources.sorted(), Stream.of(EXAMPLE.resolve("users.txt"))).toList();
      return stack.bundles().upload("shop", files).orThrow().hash();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same slaves carry the next run, at once and without anybody's help.
  void nextRunCompletes() {
    start(2).completes();
  }
}
