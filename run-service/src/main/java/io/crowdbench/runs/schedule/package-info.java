/// Who does what when: users and user ids shared out over slaves.
@NullMarked
package io.crowdbench.runs.schedule;

import org.jspecify.annotations.NullMarked;
