package io.crowdbench.runs;

import io.crowdbench.kit.ServiceKit;
import io.crowdbench.kit.outbox.OutboxKit;
import io.crowdbench.kit.web.IdempotencyKit;
import io.crowdbench.kit.web.WebKit;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts run-service.
@SpringBootApplication
@EnableScheduling
@Import({ServiceKit.class, WebKit.class, OutboxKit.class, IdempotencyKit.class})
public class RunService {

  public static void main(String[] args) {
    start(args);
  }

  /// Starts the service under its own configuration name, so that it can share a JVM and a class
  /// path with the others.
  public static ConfigurableApplicationContext start(String... args) {
    return builder().run(args);
  }

  /// The service before it starts: its tests give it another clock.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(RunService.class)
        .properties("spring.config.name=run-service");
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
