package io.crowdbench.kit.outbox;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Publishes messages about changes in the database. Never waits for Kafka: with Kafka away the
/// messages are kept, and sent in their order once it is back. A message may be sent twice (when
/// the service dies right after sending), which readers must bear; none is lost.
public class TransactionalOutbox {

  private final JdbcTemplate database;
  private final JsonMapper json;
  private final OutboxRelay relay;
  private final String service;

  /// @param service name of the application, as the map of topics has it
  TransactionalOutbox(JdbcTemplate database, JsonMapper json, OutboxRelay relay, String service) {
    this.database = database;
    this.json = json;
    this.relay = relay;
    this.service = service;
  }

  /// Publishes once the transaction under way, if there is one, has been committed.
  public void publish(Message message) {
    publish(List.of(message));
  }

  /// The same for several, in this order.
  public void publish(List<? extends Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    database.batchUpdate(
        "insert into outbox (topic, key, message) values (?, ?, ?)",
        messages.stream()
            .map(message ->
                new Object[] {topic(message), message.key(), json.writeValueAsBytes(message)})
            .toList());
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              relay.wake();
            }
          });
    } else {
      relay.wake();
    }
  }

  /// Whether something that was published is not with Kafka yet.
  public boolean hasBacklog() {
    return relay.hasBacklog();
  }

  private String topic(Message message) {
    var topic = Topics.of(message);
    if (!topic.writers().contains(service)) {
      throw new IllegalStateException(
          service + " is not among the writers of " + topic.name() + " in the map of topics");
    }
    return topic.name();
  }
}
