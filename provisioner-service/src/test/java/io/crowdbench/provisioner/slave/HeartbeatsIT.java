package io.crowdbench.provisioner.slave;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(WithStack.class)
class HeartbeatsIT {

  @Test
  void heartbeatsOfSlavesThatAreAsTheyShouldBeCostNoQueryOfTheirOwn(ProvisionerStack stack) {
    var api = new Api(stack);
    var ids =
        IntStream.range(0, 20)
            .mapToObj(i -> api.register("beating-" + i, 1_000 + i, Map.of()))
            .toList();
    try (var wire = new Wire(stack);
        var heart = Executors.newSingleThreadScheduledExecutor();
        var queries = new SlaveQueries()) {
      var _ = heart.scheduleAtFixedRate(() -> beat(wire, ids), 0, 300, TimeUnit.MILLISECONDS);
      stack.setStages(SlaveStage.LOST);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(ids).allMatch(id -> api.stage(id).equals("READY")));

      queries.executed.clear();

      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> queries.executed.size() >= 5);
      assertThat(queries.executed).allMatch(sql -> sql.contains("\"stage\" IN ("));
    }
    ids.forEach(id -> api.delete("/api/slaves/" + id));
  }

  private static void beat(Wire wire, List<String> ids) {
    for (var id : ids) {
      wire.say(
          Topics.AGENT_EVENTS,
          new AgentHeartbeat(Message.SCHEMA, Instant.now(), id, 0, 0, 1, 0.1, 1, null));
    }
  }

  /// The SQL about slaves that is executed, by what Spring logs of it.
  private static final class SlaveQueries extends AppenderBase<ILoggingEvent>
      implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final List<String> executed = new CopyOnWriteArrayList<>();

    SlaveQueries() {
      logger.setLevel(Level.DEBUG);
      logger.addAppender(this);
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getFormattedMessage().contains("\"slave\"")) {
        executed.add(event.getFormattedMessage());
      }
    }

    @Override
    public void close() {
      logger.detachAppender(this);
      logger.setLevel(null);
    }
  }
}
