package io.crowdbench.agent.runner;

import io.crowdbench.agent.testing.AgentHarness;
import io.crowdbench.embedded.TargetSite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A real agent that starts real runners against a real site, over a real Kafka.
abstract class RealRuns {

  @TempDir static Path folder;

  static AgentHarness agent;
  static TargetSite site;

  @BeforeAll
  static void start() throws IOException {
    site = TargetSite.start(0);
    agent = AgentHarness.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    agent.close();
    site.close();
  }
}
