package io.crowdbench.kit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A folder that only its owner may look into (0700), which also closes everything below it:
/// secrets, bundles with users' passwords, logs.
public final class PrivateFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /// Makes the folder and those above it; one that is there already is closed.
  public static Path make(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")
        && !Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
      close(folder);
    }
    return folder;
  }

  private static void close(Path folder) throws IOException {
    try {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    } catch (FileSystemException e) {
      throw new IOException(
          "the folder %s could not be closed to others (%s); give it to this user, or choose another"
              .formatted(folder, e.getReason()),
          e);
    }
  }
}
