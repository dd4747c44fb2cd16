package io.crowdbench.provisioner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A process in the agent's place that notes what it was given and then waits to be stopped; what
/// the agent would say over Kafka the tests say. Where a file `refuse` lies in the folder it ends
/// at once.
class StandInAgent {

  private static final String SOURCE =
      """
      package io.crowdbench.agent;
      import java.nio.file.*;
      class AgentMain {
        public static void main(String[] args) throws Exception {
          var folder = Path.of(args[0]).getParent();
          if (Files.exists(folder.resolve("refuse"))) {
            System.err.println("The agent refuses to run.");
            System.exit(3);
          }
          var starts = folder.resolve("starts.txt");
          Files.writeString(starts, ProcessHandle.current().pid() + "\\n",
              StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          Thread.currentThread().join();
        }
      }
      """;

  @Bean
  @Primary
  ShippedFiles shippedFilesWithStandIn(ProvisionerSettings settings) throws IOException {
    var real = ShippedFiles.unpack(settings.data());
    return new ShippedFiles(jar(settings.data()), real.actionsApi(), real.actionsApi());
  }

  private static Path jar(Path data) throws IOException {
    var folder = Files.createDirectories(data.resolve("stand-in"));
    var source = Files.writeString(folder.resolve("AgentMain.java"), SOURCE);
    var exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    if (exitCode != 0) {
      throw new IOException("The stand-in agent does not compile");
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    var jar = folder.resolve("agent.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("io/crowdbench/agent/AgentMain.class"));
      out.write(Files.readAllBytes(folder.resolve("io/crowdbench/agent/AgentMain.class")));
    }
    return jar;
  }
}
