package io.crowdbench.provisioner;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/// The real service with a real database and a real broker, for the tests of one class.
public final class ProvisionerStack {

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private EmbeddedKafka kafka;
  private ConfigurableApplicationContext service;

  ProvisionerStack() throws IOException {
    folder = Files.createTempDirectory("provisioner-stack");
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    service = run();
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

  /// Has the service die and start again with a slave as it was in the middle of a deployment.
  public void restartServiceWith(String slave, SlaveStage stage) {
    service.close();
    database().update("update provisioner.slave set stage = ? where id = ?", stage.name(), slave);
    service = run();
  }

  /// Makes all slaves look as if they had come to that stage.
  public void setStages(SlaveStage stage) {
    database().update("update provisioner.slave set stage = ?", stage.name());
  }

  /// All that is kept of slaves, as text.
  public List<String> kept() {
    return database()
        .query(
            """
            select s::text from provisioner.slave s
            union all select c::text from provisioner.slave_check c
            """,
            (row, _) -> row.getString(1));
  }

  private JdbcTemplate database() {
    return new JdbcTemplate(
        new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()));
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

  /// A part of the service.
  public <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  /// Has a slave find Kafka through its SSH session, as if its agent had been started so.
  public void tunnel(String slave) {
    database().update("update provisioner.slave set tunnelled = true where id = ?", slave);
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

  void close() throws IOException {
    service.close();
    kafka.close();
    postgres.close();
    FileSystemUtils.deleteRecursively(folder);
  }
}
