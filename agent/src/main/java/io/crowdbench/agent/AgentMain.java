package io.crowdbench.agent;

import io.crowdbench.agent.control.Agent;
import io.crowdbench.agent.control.AgentSettings;
import java.io.IOException;
import java.nio.file.Path;

/// Starts the agent: `java -cp agent.jar:libraries.jar io.crowdbench.agent.AgentMain
/// agent.properties`.
public final class AgentMain {

  private AgentMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Usage: java -cp JARS io.crowdbench.agent.AgentMain agent.properties");
      System.exit(2);
    }
    var agent = new Agent(AgentSettings.read(Path.of(args[0])));
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "goodbye"));
    agent.run();
  }
}
