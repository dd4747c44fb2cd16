/// The API that actions write against, put into practice. The entry point is
/// [io.crowdbench.agent.user.ActingUser].
@NullMarked
package io.crowdbench.agent.user;

import org.jspecify.annotations.NullMarked;
