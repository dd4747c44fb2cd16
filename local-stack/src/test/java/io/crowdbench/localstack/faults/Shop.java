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

  static final Path USERS = EXAMPLE.resolve("users.txt");

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// On the first two slaves.
  LoadRun start(int seconds) {
    return start(seconds, List.of(1, 2), Map.of());
  }

  /// @param more fields of the plan
  LoadRun start(int seconds, List<Integer> slaves, Map<String, ?> more) {
    return start(upload(), slaves, shopping(seconds), more);
  }

  /// On the first two slaves; it may be refused.
  Result<LoadRun> tryToStart(int seconds) {
    return tryToStart(upload(), List.of(1, 2), shopping(seconds), Map.of());
  }

  /// Users who do an action of a test's own.
  LoadRun start(OwnAction action, int users, int seconds, List<Integer> slaves) {
    var step = step(seconds, Map.of(action.name(), users));
    return start(action.upload(stack.bundles()), slaves, step, Map.of());
  }

  /// Of a bundle that no slave has.
  LoadRun startOwn(List<Integer> slaves) {
    var once =
        new OwnAction(
            "Once" + System.nanoTime() % 1_000_000,
            """
            @Override
            public void run(User user) {
              user.get("/");
            }
            """);
    return start(once, 2, 2, slaves);
  }

  /// run-service may still have to read that a slave is there again.
  private LoadRun start(
      String bundle, List<Integer> slaves, Map<String, ?> step, Map<String, ?> more) {
    return await("the start of a run")
        .atMost(TIMEOUT)
        .until(() -> tryToStart(bundle, slaves, step, more), Result.Ok.class::isInstance)
        .orThrow();
  }

  private Result<LoadRun> tryToStart(
      String bundle, List<Integer> slaves, Map<String, ?> step, Map<String, ?> more) {
    return tryToStart(planOf(bundle, slaves, step, more));
  }

  /// On the first two slaves.
  ///
  /// @return id of the plan
  String plan(int seconds) {
    return planOf(upload(), List.of(1, 2), shopping(seconds), Map.of());
  }

  /// With one request.
  Result<LoadRun> tryToStart(String plan) {
    var before = stack.site().requests();
    return stack.plans().start(plan).map(run -> new LoadRun(stack, run.id(), before));
  }

  private String planOf(
      String bundle, List<Integer> slaves, Map<String, ?> step, Map<String, ?> more) {
    var content = new HashMap<String, Object>();
    content.put("name", "Shop under faults");
    content.put("bundle", bundle);
    content.put("target", stack.site().url());
    content.put("slaves", slaves.stream().map(FaultSlaves::name).toList());
    content.put("steps", List.of(step));
    content.putAll(more);
    return plan(content);
  }

  private static Map<String, ?> shopping(int seconds) {
    return step(seconds, Map.of("Browse", 8, "Buy", 4));
  }

  private static Map<String, ?> step(int seconds, Map<String, Integer> users) {
    return Map.of("seconds", seconds, "users", users);
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
      var files = Stream.concat(sources.sorted(), Stream.of(USERS)).toList();
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
