package io.crowdbench.runs;

import io.crowdbench.kit.ServiceKit;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts run-service.
@SpringBootApplication
@EnableScheduling
@Import(ServiceKit.class)
public class RunService {

  /// The application, under its own configuration name; the local stack starts it too.
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(RunService.class)
        .properties(Map.of("spring.config.name", "run-service"));
  }

  public static void main(String[] args) {
    application().run(args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
