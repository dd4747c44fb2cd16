/// The process on a slave: an agent that stays and starts a fresh runner for each run.
@NullMarked
package io.crowdbench.agent;

import org.jspecify.annotations.NullMarked;
