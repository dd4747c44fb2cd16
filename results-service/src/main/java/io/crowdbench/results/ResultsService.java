package io.crowdbench.results;

import io.crowdbench.kit.ServiceKit;
import io.crowdbench.kit.web.WebKit;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Samples in, exact merged results out.
@SpringBootApplication
@EnableScheduling
@Import({ServiceKit.class, WebKit.class})
public class ResultsService {

  public static void main(String[] args) {
    start(args);
  }

  /// Starts the service under its own configuration name, so that it can share a JVM and a class
  /// path with the others.
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(ResultsService.class)
        .properties("spring.config.name=results-service")
        .run(args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
