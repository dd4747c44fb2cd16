/// What agents are told and tell.
@NullMarked
package io.crowdbench.messages.agent;

import org.jspecify.annotations.NullMarked;
