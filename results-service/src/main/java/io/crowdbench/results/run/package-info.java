/// The runs that there are results of; its door is the topic `run-events`.
@NullMarked
package io.crowdbench.results.run;

import org.jspecify.annotations.NullMarked;
