package io.crowdbench.provisioner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Jars this service carries for others, as files: SFTP and the compiler take nothing else.
///
/// @param agentJar what runs on slaves
/// @param agentLibraries what it needs besides
/// @param actionsApi what uploaded actions are compiled against
public record ShippedFiles(Path agentJar, Path agentLibraries, Path actionsApi) {

  /// Unpacks them from this service's own jar; a newer service replaces an older one's.
  static ShippedFiles unpack(Path data) throws IOException {
    var folder = Files.createDirectories(data.toAbsolutePath().resolve("shipped"));
    return new ShippedFiles(
        unpack("agent.jar", folder),
        unpack("agent-libraries.jar", folder),
        unpack("actions-api.jar", folder));
  }

  private static Path unpack(String name, Path folder) throws IOException {
    try (var content = ShippedFiles.class.getResourceAsStream("/crowdbench/" + name)) {
      if (content == null) {
        throw new IOException(
            "This service was built without %s and can neither compile actions nor install agents. Build it with `mvn package`."
                .formatted(name));
      }
      var part = Files.createTempFile(folder, name, ".part");
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
