package io.crowdbench.results.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/// How far each partition of `samples` is taken in. It stands in the database, in the transaction
/// that stores what was read, and is where reading goes on: what Kafka keeps for the consumer group
/// is for tools that show a lag.
@Component
class ReadPositions implements ConsumerAwareRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(ReadPositions.class);

  private final JdbcTemplate database;

  ReadPositions(JdbcTemplate database) {
    this.database = database;
  }

  /// The next offset of each partition, locked until the transaction ends: two instances may for a
  /// moment both believe that a partition is theirs.
  Map<Integer, Long> lock(Set<Integer> partitions) {
    var numbers = partitions.stream().sorted().toArray(Integer[]::new);
    database.update(
        "insert into read_position select unnest(?::integer[]), 0 on conflict do nothing",
        (Object) numbers);
    return read(
        "select * from read_position where partition = any (?) order by partition for update",
        numbers);
  }

  void set(Map<Integer, Long> next) {
    next.forEach((partition, offset) ->
        database.update(
            "update read_position set next_offset = ? where partition = ?", offset, partition));
  }

  private Map<Integer, Long> read(String sql, Integer[] partitions) {
    var read = new HashMap<Integer, Long>();
    database.query(
        sql,
        row -> {
          read.put(row.getInt("partition"), row.getLong("next_offset"));
        },
        (Object) partitions);
    return read;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> samples) {
    var known = read(samples);
    var begins = consumer.beginningOffsets(samples);
    var ends = consumer.endOffsets(samples);
    for (var partition : samples) {
      long next = known.getOrDefault(partition.partition(), 0L);
      if (next > ends.getOrDefault(partition, Long.MAX_VALUE)) {
        log.warn("{} was made anew: it is read from its beginning", partition);
        set(Map.of(partition.partition(), 0L));
        next = 0;
      }
      // What Kafka has deleted meanwhile can't be read any more.
      consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), next));
    }
  }

  /// A database that is away now makes no difference: Kafka's own position is never ahead of ours
  /// but after ours was lost, and what was read before is left out.
  private Map<Integer, Long> read(Collection<TopicPartition> samples) {
    try {
      return read(
          "select * from read_position where partition = any (?)",
          samples.stream().map(TopicPartition::partition).toArray(Integer[]::new));
    } catch (RuntimeException e) {
      log.warn("Could not read from the database how far samples were taken in", e);
      return Map.of();
    }
  }
}
