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
import java.util.function.Supplier;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The three services and the UI, each an application of its own, in this JVM.
final class Services implements AutoCloseable {

  private static final String GATEWAY = "org.springframework.cloud.gateway.server.mvc.";

  /// What else is on the shared class path and must not start in a service that has no use for it.
  private static final List<String> NOT_IN_SERVICES =
      List.of(
          "com.vaadin.flow.spring.SpringBootAutoConfiguration",
          "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
          "com.vaadin.flow.spring.VaadinScopesConfig",
          GATEWAY + "GatewayServerMvcAutoConfiguration",
          GATEWAY + "GatewayMvcClassPathWarningAutoConfiguration",
          GATEWAY + "filter.FilterAutoConfiguration",
          GATEWAY + "handler.HandlerFunctionAutoConfiguration",
          GATEWAY + "handler.GatewayMultipartAutoConfiguration",
          GATEWAY + "predicate.PredicateAutoConfiguration",
          GATEWAY + "config.DefaultFunctionConfiguration");

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
      List<Supplier<ConfigurableApplicationContext>> all =
          List.of(
              () ->
                  service(ProvisionerService.class, "provisioner-service", settings.provisioner()),
              () -> service(RunService.class, "run-service", settings.runs()),
              () -> service(ResultsService.class, "results-service", settings.results()),
              () -> application(Ui.class, "ui", settings.port(), Map.of()));
      var names = List.of("provisioner-service", "run-service", "results-service", "UI");
      var futures = new ArrayList<CompletableFuture<?>>();
      for (int i = 0; i < all.size(); i++) {
        var name = names.get(i);
        var begun = all.get(i);
        futures.add(
            CompletableFuture.supplyAsync(begun, starters)
                .thenAccept(context -> add(name, context, progress)));
      }
      CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw new StackFailed(
          "Could not start the services: %s. The log in %s has more."
              .formatted(root(e).getMessage(), settings.data().resolve("logs")),
          e);
    }
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }

  private synchronized void add(
      String name, ConfigurableApplicationContext context, Progress progress) {
    started.add(context);
    progress.up(name + " (port " + context.getEnvironment().getProperty("server.port") + ")");
  }

  private ConfigurableApplicationContext service(Class<?> type, String name, int port) {
    return application(
        type,
        name,
        port,
        Map.of(
            "spring.autoconfigure.exclude",
            String.join(",", NOT_IN_SERVICES),
            // The gateway's jar turns it off for every application on its class path.
            "spring.servlet.multipart.enabled",
            true));
  }

  private ConfigurableApplicationContext application(
      Class<?> type, String name, int port, Map<String, Object> own) {
    var all = new HashMap<>(common);
    all.putAll(own);
    all.put("server.port", port);
    return new SpringApplicationBuilder(type)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=" + name)
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
