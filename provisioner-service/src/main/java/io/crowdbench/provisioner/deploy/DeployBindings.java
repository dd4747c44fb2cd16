package io.crowdbench.provisioner.deploy;

import io.crowdbench.kit.Inbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.SlaveCommand;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What runs ask for goes to the [SlaveCommandHandler].
@Configuration(proxyBeanMethods = false)
class DeployBindings {

  @Bean
  Consumer<byte[]> slaveCommands(Inbox inbox, SlaveCommandHandler handler) {
    return inbox.each(Topics.SLAVE_COMMANDS, SlaveCommand.class, handler::handle);
  }
}
