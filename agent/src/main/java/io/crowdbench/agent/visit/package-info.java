/// Pages as a browser loads them: what they embed, and what is kept from one visit to the next.
@NullMarked
package io.crowdbench.agent.visit;

import org.jspecify.annotations.NullMarked;
