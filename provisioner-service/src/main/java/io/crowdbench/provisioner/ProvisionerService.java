package io.crowdbench.provisioner;

import io.crowdbench.kit.ServiceKit;
import io.crowdbench.kit.outbox.OutboxKit;
import io.crowdbench.kit.web.IdempotencyKit;
import io.crowdbench.kit.web.WebKit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Brings machines reached over SSH to where they carry load, and the bundles of actions to them.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({ServiceKit.class, WebKit.class, OutboxKit.class, IdempotencyKit.class})
public class ProvisionerService {

  static void main(String[] args) {
    start(args);
  }

  /// Starts the service in this JVM, beside others if need be: its settings have a name of their
  /// own.
  ///
  /// @param arguments settings, as `--name=value`
  public static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(ProvisionerService.class)
        .properties("spring.config.name=provisioner-service")
        .run(arguments);
  }
}
