package io.crowdbench.kit;

import io.crowdbench.embedded.EmbeddedKafka;
import io.crowdbench.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A small service made of the kit, with a real database and a real broker that can be taken away.
public final class KitStack implements AutoCloseable {

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final List<String> settings = new ArrayList<>();
  private EmbeddedKafka kafka;
  private ConfigurableApplicationContext service;

  public KitStack(Class<?> application, String... more) throws IOException {
    folder = Files.createTempDirectory("kit-stack");
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    settings.addAll(
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.jmx.enabled=false",
            "--spring.application.name=run-service",
            "--spring.flyway.locations=classpath:db/kit",
            "--spring.kafka.bootstrap-servers=" + kafka.brokers(),
            "--spring.cloud.stream.kafka.binder.brokers=" + kafka.brokers(),
            "--spring.datasource.url=" + postgres.url(),
            "--spring.datasource.username=" + postgres.user(),
            "--spring.datasource.password=" + postgres.password()));
    settings.addAll(List.of(more));
    service =
        new SpringApplicationBuilder(application)
            .registerShutdownHook(false)
            .run(settings.toArray(String[]::new));
  }

  public <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  public int port() {
    return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
  }

  /// Takes the broker away, does something, and brings the broker back at the same address.
  public void withoutBroker(Runnable meanwhile) throws IOException {
    var port = Integer.parseInt(kafka.brokers().substring(kafka.brokers().indexOf(':') + 1));
    kafka.close();
    meanwhile.run();
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), port);
  }

  /// Sends a message and waits until the broker has it.
  public void send(String topic, String key, byte[] message) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.brokers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, key, message)).get();
    }
  }

  /// Everything on a topic's first partition, now.
  public List<ConsumerRecord<String, byte[]>> read(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.brokers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      var all = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
      return all;
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
    kafka.close();
    postgres.close();
  }
}
