/// What results-service made of the samples.
@NullMarked
package io.crowdbench.messages.result;

import org.jspecify.annotations.NullMarked;
