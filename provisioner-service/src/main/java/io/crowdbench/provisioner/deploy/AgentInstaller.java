package io.crowdbench.provisioner.deploy;

import io.crowdbench.provisioner.ShippedFiles;
import io.crowdbench.provisioner.ssh.RemoteFiles;
import io.crowdbench.provisioner.ssh.Shell;
import io.crowdbench.provisioner.ssh.SshHost;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Copies runtime and agent to a slave, as far as they are not there, and deletes those of other
/// versions.
@Component
class AgentInstaller {

  private static final Logger log = LoggerFactory.getLogger(AgentInstaller.class);
  private static final Duration UNPACK = Duration.ofMinutes(3);
  private static final Duration DELETE = Duration.ofMinutes(1);

  private final RuntimeArchive runtime;
  private final ShippedFiles shipped;

  AgentInstaller(RuntimeArchive runtime, ShippedFiles shipped) {
    this.runtime = runtime;
    this.shipped = shipped;
  }

  /// @throws IOException when the connection broke, or what was copied could not be unpacked
  Installed install(SshHost host, String folder) throws IOException {
    var archive = runtime.get();
    var agent = ContentFile.of(shipped.agentJar());
    var home = folder + "/runtime-" + archive.shortHash();
    var agentPath = folder + "/agent-" + agent.shortHash() + ".jar";
    var libraries = ContentFile.of(shipped.agentLibraries());
    var librariesPath = folder + "/libraries-" + libraries.shortHash() + ".jar";
    try (var files = host.files()) {
      if (!files.exists(home)) {
        bringRuntime(host, files, archive, home);
      }
      if (!files.exists(librariesPath)) {
        bring(files, libraries, librariesPath, host);
      }
      if (!files.exists(agentPath)) {
        bring(files, agent, agentPath, host);
      }
    }
    return new Installed(folder, home, agentPath, librariesPath);
  }

  /// Deletes what earlier versions left, and copies that were cut off; while no agent runs. What
  /// can't be deleted costs disk and nothing else.
  void deleteOthers(SshHost host, Installed installed) throws IOException {
    var script =
        """
        for each in %1$s/runtime-* %1$s/libraries-*.jar* %1$s/agent-*.jar*; do
          case "$each" in %2$s|%3$s|%4$s) ;; *) rm -rf "$each" ;; esac
        done
        """
            .formatted(
                Shell.quote(installed.folder()),
                Shell.quote(installed.runtime()),
                Shell.quote(installed.agent()),
                Shell.quote(installed.libraries()));
    var done = host.run(script, DELETE);
    if (!done.ok()) {
      log.warn("Could not delete earlier versions on {}: {}", host.address(), done.out().strip());
    }
  }

  private static void bringRuntime(
      SshHost host, RemoteFiles files, ContentFile archive, String home) throws IOException {
    var packed = home + ".tar.gz";
    bring(files, archive, packed, host);
    // Under another name first: a folder with the right name is whole.
    var script =
        """
        rm -rf %1$s && mkdir %1$s && tar xzf %2$s -C %1$s && mv %1$s %3$s && rm %2$s
        """
            .formatted(Shell.quote(home + ".part"), Shell.quote(packed), Shell.quote(home));
    var unpacked = host.run(script, UNPACK);
    if (!unpacked.ok()) {
      throw new IOException("the runtime could not be unpacked: " + unpacked.out().strip());
    }
  }

  private static void bring(RemoteFiles files, ContentFile file, String path, SshHost host)
      throws IOException {
    log.info("Copying {} to {}", file.path().getFileName(), host.address());
    try (var content = Files.newInputStream(file.path())) {
      files.put(content, path);
    }
  }
}
