package io.crowdbench.kit.outbox;

import io.crowdbench.kit.Brokers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Brings the outbox into an application with a database. Its table comes with `classpath:db/kit`
/// among Flyway's locations.
@Configuration(proxyBeanMethods = false)
public class OutboxKit {

  @Bean
  OutboxRelay outboxRelay(JdbcTemplate database, TransactionTemplate transaction, Brokers brokers) {
    return new OutboxRelay(database, transaction, brokers);
  }

  @Bean
  TransactionalOutbox transactionalOutbox(
      JdbcTemplate database,
      JsonMapper json,
      OutboxRelay relay,
      @Value("${spring.application.name}") String service) {
    return new TransactionalOutbox(database, json, relay, service);
  }
}
