/// Slaves: who they are, how far they have come, whether their agent lives; entry points are
/// `/api/slaves`, the topic `agent-events` and, outwards, `slave-events`.
@NullMarked
package io.crowdbench.provisioner.slave;

import org.jspecify.annotations.NullMarked;
