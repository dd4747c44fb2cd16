/// The fault campaign: every part in processes of its own, killed, stopped or cut off in the middle
/// of a run; after each the counts are exact and the same slaves carry the next run.
@NullMarked
package io.crowdbench.localstack.faults;

import org.jspecify.annotations.NullMarked;
