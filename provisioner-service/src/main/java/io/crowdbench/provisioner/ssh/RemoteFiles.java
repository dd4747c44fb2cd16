package io.crowdbench.provisioner.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/// The files of a host, by SFTP.
public final class RemoteFiles implements AutoCloseable {

  private static final int OWNER_ONLY = 0600;
  private static final int OWNER_ONLY_FOLDER = 0700;

  private final SftpClient sftp;

  RemoteFiles(SftpClient sftp) {
    this.sftp = sftp;
  }

  /// The absolute path of what may be relative to the login's home.
  public String absolute(String path) throws IOException {
    return path.startsWith("/") ? path : sftp.canonicalPath(".") + "/" + path;
  }

  public boolean exists(String path) throws IOException {
    try {
      sftp.stat(path);
      return true;
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw e;
    }
  }

  /// Makes a folder that only the login may look into; one that is there is well. The folder above
  /// it must be there.
  public void makeFolder(String path) throws IOException {
    if (!exists(path)) {
      sftp.mkdir(path);
      sftp.setStat(path, new SftpClient.Attributes().perms(OWNER_ONLY_FOLDER));
    }
  }

  /// Brings a file there under its own name only when all of it has arrived: what bears the name is
  /// whole. Only the login may read it, from its first byte on: bundles have users' passwords.
  public void put(InputStream content, String path) throws IOException {
    var part = path + ".part";
    remove(part);
    var create = EnumSet.of(SftpClient.OpenMode.Create, SftpClient.OpenMode.Write);
    try (var handle = sftp.open(part, create)) {
      sftp.setStat(part, new SftpClient.Attributes().perms(OWNER_ONLY));
    }
    try (var out = sftp.write(part)) {
      content.transferTo(out);
    }
    replace(part, path);
  }

  public void put(String content, String path) throws IOException {
    put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), path);
  }

  private void replace(String part, String path) throws IOException {
    // SFTP's rename does not replace.
    remove(path);
    sftp.rename(part, path);
  }

  private void remove(String path) throws IOException {
    if (exists(path)) {
      sftp.remove(path);
    }
  }

  @Override
  public void close() throws IOException {
    sftp.close();
  }
}
