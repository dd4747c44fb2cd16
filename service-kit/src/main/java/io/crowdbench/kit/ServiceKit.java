package io.crowdbench.kit;

import io.crowdbench.messages.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.cloud.stream.binder.kafka.support.ProducerConfigCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/// Imported by every service: topics made at start, messages in and out.
@Configuration(proxyBeanMethods = false)
@Import({Inbox.class, Publisher.class, DeadLetters.class, Brokers.class, CleanText.class})
public class ServiceKit {

  /// Whichever service starts first makes the topics; the others find them and correct their
  /// settings.
  @Bean
  KafkaAdmin.NewTopics topics() {
    return new KafkaAdmin.NewTopics(
        Topics.ALL.stream()
            .map(topic ->
                TopicBuilder.name(topic.name())
                    .partitions(topic.partitions())
                    .configs(topic.config())
                    .build())
            .toArray(NewTopic[]::new));
  }

  /// A handler that fails is tried again until it works: what fails is a database that is away, and
  /// a message must not be lost for that. A message that cannot be understood never comes this far.
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver() {
    return (container, destination, group) -> {
      var backOff = new ExponentialBackOff(200, 2);
      backOff.setMaxInterval(5_000);
      container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
    };
  }

  /// A service that was killed leaves a dead member in its consumer group, and its successor hears
  /// nothing until Kafka gives that one up: after 6 seconds, the least a broker allows, not after
  /// 45.
  @Bean
  ConsumerConfigCustomizer quickSuccession() {
    return (properties, _, _) -> {
      properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
      properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    };
  }

  /// With several messages on the way, the first on a topic that was just made may be refused while
  /// the second is taken: then the first waits in vain, and all behind it (KAFKA-15591).
  @Bean
  ProducerConfigCustomizer oneAfterAnother() {
    return (properties, _, _) ->
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
  }
}
