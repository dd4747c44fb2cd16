/// How the slave fares: its clock against the broker's, its processors, its memory.
@NullMarked
package io.crowdbench.agent.health;

import org.jspecify.annotations.NullMarked;
