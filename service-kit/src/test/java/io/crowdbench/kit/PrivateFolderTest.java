package io.crowdbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

  @TempDir Path above;

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void isMadeForItsOwnerOnly() throws Exception {
    assertThat(mode(PrivateFolder.make(above.resolve("a/b")))).isEqualTo("rwx------");
  }

  @Test
  void anOpenFolderIsClosedAndKeepsWhatIsInIt() throws Exception {
    var folder = Files.createDirectory(above.resolve("data"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("kept"), "kept");

    PrivateFolder.make(folder);

    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(folder.resolve("kept")).hasContent("kept");
  }
}
