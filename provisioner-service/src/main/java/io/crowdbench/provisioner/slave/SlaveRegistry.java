package io.crowdbench.provisioner.slave;

import static java.util.Objects.requireNonNull;

import io.crowdbench.messages.provisioning.SlaveStage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where slaves are kept and changed. A change and the event about it are one transaction, so that
/// what is published happened, and in this order.
@Component
public class SlaveRegistry {

  private static final Logger log = LoggerFactory.getLogger(SlaveRegistry.class);

  private final Slaves slaves;
  private final SlaveEvents events;
  private final TransactionTemplate transaction;

  /// One lock per slave, so that events have the order of what was saved.
  private final ConcurrentHashMap<String, Object> locks = new ConcurrentHashMap<>();

  private volatile boolean ending;

  SlaveRegistry(Slaves slaves, SlaveEvents events, TransactionTemplate transaction) {
    this.slaves = slaves;
    this.events = events;
    this.transaction = transaction;
  }

  public Optional<Slave> find(String id) {
    return slaves.findById(id);
  }

  List<Slave> all() {
    return slaves.findAll();
  }

  /// Those in a stage.
  public List<Slave> in(SlaveStage stage) {
    return slaves.findAllByStageIn(Set.of(stage));
  }

  /// Those whose agents find Kafka through the SSH session.
  public List<Slave> tunnelled() {
    return slaves.findAllByTunnelledIsTrue();
  }

  void add(Slave slave) {
    synchronized (lock(slave.id())) {
      transaction.executeWithoutResult(_ -> events.changed(slaves.save(slave)));
    }
  }

  /// Changes a slave as it is now; empty when it is gone. A change to the same changes and
  /// publishes nothing.
  public Optional<Slave> change(String id, UnaryOperator<Slave> change) {
    synchronized (lock(id)) {
      return slaves.findById(id).map(now -> saved(now, change.apply(now)));
    }
  }

  /// Work on a slave failed. While the service ends that tells nothing of the slave: connections
  /// are cut from our side. Its stage stays then, and the next start says what was interrupted.
  public void failed(String id, List<String> problems) {
    if (ending) {
      log.info("Work on slave {} was cut off: {}", id, String.join(" ", problems));
    } else {
      change(id, now -> now.unusable(problems));
    }
  }

  /// Heard before anything is closed.
  @EventListener(ContextClosedEvent.class)
  void serviceEnds() {
    ending = true;
  }

  public void remove(String id) {
    synchronized (lock(id)) {
      slaves
          .findById(id)
          .ifPresent(slave ->
              transaction.executeWithoutResult(_ -> {
                slaves.delete(slave);
                events.removed(slave);
              }));
    }
    locks.remove(id);
  }

  private Slave saved(Slave now, Slave next) {
    if (next.equals(now)) {
      return now;
    }
    var saved = requireNonNull(transaction.execute(_ -> save(now, next)));
    if (!saved.state().equals(now.state())) {
      log.info(
          "Slave {} is {} {}", saved.name(), saved.stage(), String.join(" ", saved.problems()));
    }
    return saved;
  }

  private Slave save(Slave now, Slave next) {
    var saved = slaves.save(next);
    if (!saved.state().equals(now.state())) {
      events.changed(saved);
    }
    return saved;
  }

  private Object lock(String id) {
    return locks.computeIfAbsent(id, _ -> new Object());
  }
}
