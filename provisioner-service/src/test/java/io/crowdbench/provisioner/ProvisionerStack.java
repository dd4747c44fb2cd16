package io.crowdbench.provisioner;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// The real service with a real database and a real broker, started once for all tests of the JVM.
public final class ProvisionerStack implements ParameterResolver {

  /// Started when first asked for; ends with the JVM, since test classes may run as one plan each.
  private static final class Shared {

    static final ProvisionerStack STACK = started();
  }

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private EmbeddedKafka kafka;
  private ConfigurableApplicationContext service;

  private ProvisionerStack() throws IOException {
    folder = Files.createTempDirectory("provisioner-stack");
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    service = run();
  }

  private static ProvisionerStack started() {
    try {
      var stack = new ProvisionerStack();
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the service and starts it again, on the same data.
  public void restartService() {
    service.close();
    service = run();
  }

  /// Takes the broker away, does something, and brings the broker back at the same address.
  public void withoutBroker(Runnable meanwhile) throws IOException {
    var port = Integer.parseInt(kafka.brokers().substring(kafka.brokers().indexOf(':') + 1));
    kafka.close();
    meanwhile.run();
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), port);
  }

  private ConfigurableApplicationContext run() {
    return new SpringApplicationBuilder(ProvisionerService.class, StandInAgent.class)
        .properties("spring.config.name=provisioner-service")
        .registerShutdownHook(false)
        .run(
            "--server.port=0",
            "--crowdbench.data=" + folder.resolve("data"),
            "--crowdbench.agents.kafka=" + kafka.brokers(),
            "--spring.kafka.bootstrap-servers=" + kafka.brokers(),
            "--spring.cloud.stream.kafka.binder.brokers=" + kafka.brokers(),
            "--spring.datasource.url=" + postgres.url(),
            "--spring.datasource.username=" + postgres.user(),
            "--spring.datasource.password=" + postgres.password());
  }

  public String url() {
    return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
  }

  public String brokers() {
    return kafka.brokers();
  }

  public Path data() {
    return folder.resolve("data");
  }

  private void close() {
    try {
      service.close();
      kafka.close();
      postgres.close();
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ProvisionerStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Shared.STACK;
  }
}
