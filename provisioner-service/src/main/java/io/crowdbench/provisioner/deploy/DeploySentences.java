package io.crowdbench.provisioner.deploy;

import io.crowdbench.provisioner.slave.Slave;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What people read when an agent does not come up.
final class DeploySentences {

  private DeploySentences() {}

  static String notInstalled(Slave slave, IOException failure) {
    return "Could not install Crowdbench on %s: %s. Check the slave and its disk, then deploy it again."
        .formatted(slave.address(), reason(failure));
  }

  static String notStopped(Slave slave, IOException failure) {
    return "Could not stop the agent on %s: %s. Check the slave, then stop it again."
        .formatted(slave.address(), reason(failure));
  }

  static String notUninstalled(Slave slave, IOException failure) {
    return "Could not uninstall Crowdbench from %s: %s. Check the slave, then uninstall it again."
        .formatted(slave.address(), reason(failure));
  }

  static String left(Slave slave, String folder, List<String> names) {
    return "Crowdbench is uninstalled from %s. What is not ours is still in folder %s: %s."
        .formatted(slave.address(), folder, String.join(", ", names));
  }

  static String ended(Slave slave, String lastWords) {
    return "The agent on %s ended right after its start. %s"
        .formatted(slave.address(), quoted(lastWords));
  }

  static String silent(Slave slave, String kafka, Duration waited, String lastWords) {
    return "The agent on %s was started, but nothing was heard of it over Kafka within %d seconds. %s %s"
        .formatted(
            slave.address(), waited.toSeconds(), howToReach(slave, kafka), quoted(lastWords));
  }

  private static String howToReach(Slave slave, String kafka) {
    return slave.tunnelled()
        ? "Its way to Kafka at %s leads through the SSH session. Check that Kafka answers there."
            .formatted(kafka)
        : "Check that %s reaches Kafka at %s.".formatted(slave.host(), kafka);
  }

  private static String reason(IOException failure) {
    var message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static String quoted(String lastWords) {
    return lastWords.isBlank()
        ? "Its agent.log is empty."
        : "The last lines of its agent.log: " + lastWords;
  }

  static String startedAgain(Slave slave, int times, int most) {
    return "The agent on %s had ended by itself and was started again (%d of at most %d times in a row). Its agent.log may say why it ended."
        .formatted(slave.address(), times, most);
  }
}
