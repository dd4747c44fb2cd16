/// Takes samples in, each record once; its door is the topic `samples`.
@NullMarked
package io.crowdbench.results.intake;

import org.jspecify.annotations.NullMarked;
