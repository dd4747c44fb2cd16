package io.crowdbench.localstack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the local stack keeps its data and which ports it takes, all on the loopback address.
///
/// @param data folder for everything that is to outlive the stack
/// @param port the UI's port; all other ports follow from it
public record StackSettings(Path data, int port) {

  public static final int DEFAULT_PORT = 8700;

  public StackSettings {
    data = data.toAbsolutePath().normalize();
  }

  public static Path defaultData() {
    return Path.of(System.getProperty("user.home"), ".crowdbench");
  }

  public int provisioner() {
    return port + 1;
  }

  public int runs() {
    return port + 2;
  }

  public int results() {
    return port + 3;
  }

  public int kafka() {
    return port + 10;
  }

  public int postgres() {
    return port + 11;
  }

  public int site() {
    return port + 20;
  }

  public int slave(int number) {
    return port + 20 + number;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /// Every port and what takes it.
  Map<String, Integer> ports() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("the UI", port);
    ports.put("provisioner-service", provisioner());
    ports.put("run-service", runs());
    ports.put("results-service", results());
    ports.put("Kafka", kafka());
    ports.put("PostgreSQL", postgres());
    ports.put("the target site", site());
    for (int number = 1; number <= EmbeddedSlaves.COUNT; number++) {
      ports.put("slave " + number, slave(number));
    }
    return ports;
  }
}
