package io.crowdbench.localstack;

import io.crowdbench.embedded.EmbeddedSlave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The slaves on this machine: SSH servers in this JVM, each with a home folder of its own.
public final class EmbeddedSlaves implements AutoCloseable {

  public static final int COUNT = 2;
  public static final String USER = "crowd";

  private final List<EmbeddedSlave> slaves = new ArrayList<>();
  private final Path data;

  private EmbeddedSlaves(Path data) {
    this.data = data;
  }

  static EmbeddedSlaves start(StackSettings settings) throws IOException {
    var all = new EmbeddedSlaves(settings.data());
    var password = password(settings.data());
    for (int number = 1; number <= COUNT; number++) {
      all.slaves.add(
          EmbeddedSlave.start(
              home(settings.data(), number), settings.slave(number), USER, password));
    }
    return all;
  }

  static Path home(Path data, int number) {
    return data.resolve("slaves").resolve("slave-" + number);
  }

  /// The password to log in with, made at first use and kept where only its owner can read it.
  public static String password(Path data) throws IOException {
    var file = data.resolve("slaves").resolve("password");
    if (!Files.exists(file)) {
      Files.createDirectories(data.resolve("slaves"));
      var random = new byte[16];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  /// Ends what runs on the slaves, then the slaves.
  @Override
  public void close() throws IOException {
    LeftBehind.endAgents(data);
    for (var slave : slaves) {
      slave.close();
    }
  }
}
