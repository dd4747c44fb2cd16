/// What a browser knows of pages: what they embed, and what need not be loaded again. Its doors are
/// [io.crowdbench.agent.visit.Embedded] and [io.crowdbench.agent.visit.Cache].
@NullMarked
package io.crowdbench.agent.visit;

import org.jspecify.annotations.NullMarked;
