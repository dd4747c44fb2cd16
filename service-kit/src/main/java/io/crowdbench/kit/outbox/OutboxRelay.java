package io.crowdbench.kit.outbox;

import io.crowdbench.kit.Brokers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends the outbox to Kafka, in its order, on a thread of its own. Of several instances of a
/// service one at a time does.
class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  private static final int MAX_BATCH = 500;

  /// What another instance wrote is seen this much later at the latest.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final Brokers brokers;
  private final Semaphore signals = new Semaphore(0);

  private @Nullable Thread thread;
  private volatile boolean running;

  /// So that an outage is one line in the log, not one for each try.
  private boolean away;

  OutboxRelay(JdbcTemplate database, TransactionTemplate transaction, Brokers brokers) {
    this.database = database;
    this.transaction = transaction;
    this.brokers = brokers;
  }

  /// There is something to send. Any thread.
  void wake() {
    signals.release();
  }

  /// Whether something waits to be sent.
  boolean hasBacklog() {
    return Boolean.TRUE.equals(
        database.queryForObject("select exists (select from outbox)", Boolean.class));
  }

  private record Row(long number, String topic, byte[] key, byte[] message) {}

  private void relay() {
    try (var producer = brokers.producer(SEND_TIMEOUT)) {
      while (running) {
        var _ = signals.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        signals.drainPermits();
        while (running && sentABatch(producer)) {
          // There may be more.
          continue;
        }
      }
    } catch (InterruptedException e) {
      // The service ends; what is left is sent after its next start.
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether a full batch was sent, so that more may wait
  private boolean sentABatch(KafkaProducer<byte[], byte[]> producer) throws InterruptedException {
    try {
      var sent = transaction.execute(_ -> send(producer));
      if (away) {
        away = false;
        log.info("The outbox is being sent again.");
      }
      return sent != null && sent == MAX_BATCH;
    } catch (Failed | DataAccessException | TransactionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      if (!away) {
        away = true;
        log.warn(
            "Could not send the outbox to Kafka: {}. Its messages are kept and sent once that works again.",
            e.getMessage());
      }
      return false;
    }
  }

  private int send(KafkaProducer<byte[], byte[]> producer) {
    var mine =
        database.queryForObject(
            "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'))",
            Boolean.class);
    if (!Boolean.TRUE.equals(mine)) {
      return 0;
    }
    var rows =
        database.query(
            "select number, topic, key, message from outbox order by number limit ?",
            (row, _) ->
                new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3).getBytes(StandardCharsets.UTF_8),
                    row.getBytes(4)),
            MAX_BATCH);
    if (rows.isEmpty()) {
      return 0;
    }
    send(producer, rows);
    // These and no others: one with a smaller number may have been committed meanwhile.
    database.update(
        "delete from outbox where number = any (?)",
        (Object) rows.stream().map(Row::number).toArray(Long[]::new));
    return rows.size();
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, List<Row> rows) {
    var sent = new ArrayList<Future<?>>();
    try {
      for (var row : rows) {
        sent.add(producer.send(new ProducerRecord<>(row.topic(), row.key(), row.message())));
      }
      for (var each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new Failed(String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      throw new Failed("the service ends", e);
    } catch (org.apache.kafka.common.KafkaException e) {
      throw new Failed(String.valueOf(e.getMessage()), e);
    }
  }

  /// Rolls the batch back.
  private static final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox").daemon().start(this::relay);
  }

  /// Waits for the batch under way, so that what was published while the service ended has a chance
  /// to be sent.
  @Override
  public synchronized void stop() {
    running = false;
    wake();
    var relaying = thread;
    if (relaying == null) {
      return;
    }
    try {
      if (!relaying.join(Duration.ofSeconds(2))) {
        relaying.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Stops after everything that publishes, and starts before it.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
