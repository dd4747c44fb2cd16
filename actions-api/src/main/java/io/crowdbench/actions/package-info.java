/// What the author of an action writes against: implement [io.crowdbench.actions.Action], act
/// through [io.crowdbench.actions.User].
@NullMarked
package io.crowdbench.actions;

import org.jspecify.annotations.NullMarked;
