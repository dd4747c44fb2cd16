package io.crowdbench.provisioner;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What several features share.
@Configuration(proxyBeanMethods = false)
class ProvisionerBeans {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ShippedFiles shippedFiles(ProvisionerSettings settings) throws IOException {
    return ShippedFiles.unpack(settings.data());
  }
}
