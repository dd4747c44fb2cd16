/// Installs runtime and agent on slaves, starts and stops the agent; entry points are
/// `/api/slaves/{id}/deploy` and `/stop`, `DELETE /api/slaves/{id}`, and the topic
/// `slave-commands`.
@NullMarked
package io.crowdbench.provisioner.deploy;

import org.jspecify.annotations.NullMarked;
