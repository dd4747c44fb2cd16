/// What a runner leaves behind for its agent, so that what it counted is in the results even if it
/// is killed: [io.crowdbench.agent.journal.CountTable] and [io.crowdbench.agent.journal.Journal]
/// are written by the runner, [io.crowdbench.agent.journal.Recovery] reads both after its death.
@NullMarked
package io.crowdbench.agent.journal;

import org.jspecify.annotations.NullMarked;
