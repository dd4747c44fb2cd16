/// What users' code wrote for debugging.
@NullMarked
package io.crowdbench.messages.debuglog;

import org.jspecify.annotations.NullMarked;
