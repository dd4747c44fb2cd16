package io.crowdbench.provisioner.deploy;

/// Where on a slave what the agent needs is; all paths absolute.
///
/// @param folder the folder that is ours
/// @param java the runtime's java
/// @param agent the agent's jar
record Installed(String folder, String java, String agent) {}
