package io.crowdbench.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// One command line, run by the login's shell in the login's home.
///
/// As with OpenSSH without a terminal, a closed channel kills nothing: the shell only loses its
/// input and output.
final class ShellCommand implements Command {

  private final String program;
  private final String line;
  private final Path home;
  private final String user;
  private @Nullable InputStream in;
  private @Nullable OutputStream out;
  private @Nullable OutputStream err;
  private @Nullable ExitCallback callback;
  private @Nullable Process process;

  ShellCommand(String program, String line, Path home, String user) {
    this.program = program;
    this.line = line;
    this.home = home;
    this.user = user;
  }

  @Override
  public void setInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public void setOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    this.callback = callback;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) throws IOException {
    var builder = new ProcessBuilder(program, "-c", line).directory(home.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("USER", user);
    builder.environment().put("LOGNAME", user);
    var shell = builder.start();
    process = shell;
    Thread.ofVirtual().name("ssh-command").start(() -> serve(shell));
  }

  private void serve(Process shell) {
    Thread.startVirtualThread(() -> copy(in, shell.getOutputStream(), true));
    var errors = Thread.startVirtualThread(() -> copy(shell.getErrorStream(), err, false));
    copy(shell.getInputStream(), out, false);
    try {
      errors.join();
      exit(shell.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exit(255);
    }
  }

  private void exit(int code) {
    if (callback != null) {
      callback.onExit(code);
    }
  }

  /// Ends when either side does; which one is no news.
  private static void copy(
      @Nullable InputStream from, @Nullable OutputStream to, boolean closeAtEnd) {
    if (from == null || to == null) {
      return;
    }
    try {
      var buffer = new byte[8192];
      for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        to.write(buffer, 0, read);
        to.flush();
      }
      if (closeAtEnd) {
        to.close();
      }
    } catch (IOException e) {
      // The channel or the process is gone.
    }
  }

  @Override
  public void destroy(ChannelSession channel) throws IOException {
    if (process != null) {
      process.getOutputStream().close();
    }
  }
}
