/// One request from its sending until its checks are over, and where its figures go.
@NullMarked
package io.crowdbench.agent.operation;

import org.jspecify.annotations.NullMarked;
