package io.crowdbench.localstack;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import io.crowdbench.provisioner.ProvisionerService;
import io.crowdbench.results.ResultsService;
import io.crowdbench.runs.RunService;
import io.crowdbench.ui.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The three services and the UI, each an application of its own, in this JVM.
final class Services implements AutoCloseable {

  private final StackSettings settings;
  private final Map<String, Object> common = new HashMap<>();
  private final List<ConfigurableApplicationContext> started = new ArrayList<>();

  Services(StackSettings settings, EmbeddedPostgres postgres, EmbeddedKafka kafka) {
    this.settings = settings;
    common.put("CROWDBENCH_DATA", settings.data().toString());
    common.put("CROWDBENCH_KAFKA", kafka.brokers());
    common.put("CROWDBENCH_AGENTS_KAFKA", kafka.brokers());
    common.put("CROWDBENCH_DATABASE_URL", postgres.url());
    common.put("CROWDBENCH_DATABASE_USER", postgres.user());
    common.put("CROWDBENCH_DATABASE_PASSWORD", postgres.password());
    common.put("CROWDBENCH_PROVISIONER", "http://127.0.0.1:" + settings.provisioner());
    common.put("CROWDBENCH_RUNS", "http://127.0.0.1:" + settings.runs());
    common.put("CROWDBENCH_RESULTS", "http://127.0.0.1:" + settings.results());
    common.put("CROWDBENCH_BIND", "127.0.0.1");
  }

  /// Starts all; two at a time, which is as many as a small machine has processors.
  void start(Progress progress) {
    // One log for the whole JVM, set up by logback.xml: four applications would each set it up
    // anew.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try (var starters = Executors.newFixedThreadPool(2)) {
      var all =
          Stream.of(
                  service(ProvisionerService.class, "provisioner-service", settings.provisioner()),
                  service(RunService.class, "run-service", settings.runs()),
                  service(ResultsService.class, "results-service", settings.results()),
                  new Application(Ui.class, "ui", settings.port(), Map.of()))
              .map(each -> CompletableFuture.runAsync(() -> start(each, progress), starters))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StackFailed failed ? failed : e;
    }
  }

  /// One of the applications.
  ///
  /// @param name of its configuration
  /// @param own settings that differ from the others'
  private record Application(Class<?> type, String name, int port, Map<String, Object> own) {}

  private void start(Application application, Progress progress) {
    var name = application.name();
    var port = application.port();
    try {
      var context = run(application);
      synchronized (this) {
        started.add(context);
        progress.up("%s (port %d)".formatted(name, port));
      }
    } catch (RuntimeException e) {
      throw new StackFailed(
          "Could not start %s on port %d: %s. The log in %s has more."
              .formatted(name, port, root(e).getMessage(), settings.data().resolve("logs")),
          e);
    }
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }

  private static Application service(Class<?> type, String name, int port) {
    return new Application(
        type,
        name,
        port,
        Map.of(
            "spring.autoconfigure.exclude",
            String.join(",", SharedClassPath.NOT_IN_SERVICES),
            // The gateway's jar turns it off for every application on its class path.
            "spring.servlet.multipart.enabled",
            true));
  }

  private ConfigurableApplicationContext run(Application application) {
    var all = new HashMap<>(common);
    all.putAll(application.own());
    all.put("server.port", application.port());
    return new SpringApplicationBuilder(application.type())
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=" + application.name())
        // Closed by the stack, in order; hooks of their own would run in any order, all at once.
        .registerShutdownHook(false)
        .initializers(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("local-stack", all)))
        .run();
  }

  @Override
  public synchronized void close() {
    started.reversed().forEach(ConfigurableApplicationContext::close);
  }
}
