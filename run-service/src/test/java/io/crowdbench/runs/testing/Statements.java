package io.crowdbench.runs.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// The SQL that HTTP requests execute, by what Spring logs of it; not that of timers and topics.
public final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final String REQUEST_THREADS = "tomcat-handler-";

  private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final Level before = logger.getLevel();
  private final List<String> executed = new CopyOnWriteArrayList<>();

  public Statements() {
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    logger.addAppender(this);
    start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getThreadName().startsWith(REQUEST_THREADS)
        && event.getFormattedMessage().contains("SQL statement [")) {
      executed.add(event.getFormattedMessage());
    }
  }

  public List<String> executed() {
    return executed;
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(before);
    stop();
  }
}
