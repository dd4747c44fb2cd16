package io.crowdbench.results.intake;

import io.crowdbench.messages.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/// Reads the topic `samples` as Kafka hands it over, whole polls with their offsets. It is no
/// binding of Spring Cloud Stream as the others are: a message object for each record, with its
/// headers, would cost as much as all else that is done with it (docs/decisions/0030).
@Configuration(proxyBeanMethods = false)
class SampleConsumer {

  static final String GROUP = "results-service";

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> samples(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      SampleHandler handler,
      ReadPositions positions) {
    var properties = new ContainerProperties(Topics.SAMPLES);
    properties.setGroupId(GROUP);
    properties.setMessageListener(handler);
    properties.setConsumerRebalanceListener(positions);
    properties.setAckMode(ContainerProperties.AckMode.BATCH);
    properties.setPollTimeout(Duration.ofSeconds(1).toMillis());
    var container =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<byte[], byte[]>(settings(brokers)), properties);
    // What fails is a database that is away: it is tried until it works.
    var backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
    return container;
  }

  private static Map<String, Object> settings(String brokers) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        brokers,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        // One poll is one transaction: better one for a second of all slaves than one for each.
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        2_000,
        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
        2_000_000,
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        200,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        4_000_000,
        // A service that was killed is replaced after 6 seconds, the least a broker allows.
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        6_000,
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        1_500);
  }
}
