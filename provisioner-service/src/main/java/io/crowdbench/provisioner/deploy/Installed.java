package io.crowdbench.provisioner.deploy;

/// Where on a slave what the agent needs is; all paths absolute.
///
/// @param folder the folder that is ours
/// @param runtime the folder of the runtime
/// @param agent the agent's jar
/// @param libraries the jar of what it needs besides
record Installed(String folder, String runtime, String agent, String libraries) {

  String classPath() {
    return agent + ":" + libraries;
  }

  String java() {
    return runtime + "/bin/java";
  }
}
