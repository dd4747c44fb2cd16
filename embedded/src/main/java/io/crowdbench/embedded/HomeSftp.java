package io.crowdbench.embedded;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// SFTP whose relative paths begin at the login's home and whose absolute ones are the machine's,
/// as a real host has it. MINA would start at the JVM's working directory.
final class HomeSftp extends SftpSubsystemFactory {

  private final Path home;

  HomeSftp(Path home) {
    this.home = home;
  }

  @Override
  public Command createSubsystem(ChannelSession channel) {
    var subsystem =
        new SftpSubsystem(channel, this) {
          @Override
          public void setFileSystem(FileSystem fileSystem) {
            super.setFileSystem(fileSystem);
            defaultDir = home;
          }
        };
    getRegisteredListeners().forEach(subsystem::addSftpEventListener);
    return subsystem;
  }
}
