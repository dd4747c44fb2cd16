package io.crowdbench.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Passwords made once and kept in a file that only its owner can read.
final class Secrets {

  private Secrets() {}

  static String keptIn(Path file) throws IOException {
    if (Files.exists(file)) {
      var kept = Files.readString(file).strip();
      if (!kept.isEmpty()) {
        return kept;
      }
      // The process that made it died before it wrote.
      Files.delete(file);
    }
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var secret = HexFormat.of().formatHex(bytes);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    Files.writeString(file, secret);
    return secret;
  }
}
