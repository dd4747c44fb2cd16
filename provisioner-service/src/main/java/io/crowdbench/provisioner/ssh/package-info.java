/// The only place that speaks SSH: [io.crowdbench.provisioner.ssh.SshHosts] opens connections.
@NullMarked
package io.crowdbench.provisioner.ssh;

import org.jspecify.annotations.NullMarked;
