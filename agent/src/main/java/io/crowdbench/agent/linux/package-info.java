/// What Linux can do and the JDK does not offer, called by the foreign function interface. Where it
/// is not Linux, or the JVM was not started with
/// [io.crowdbench.agent.linux.ReceiveTimes#JVM_OPTIONS], nothing of it exists and everything works
/// without.
@NullMarked
package io.crowdbench.agent.linux;

import org.jspecify.annotations.NullMarked;
