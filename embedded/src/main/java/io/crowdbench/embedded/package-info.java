/// The real things in one JVM, for tests and for the one-machine default: each class is its own
/// door, started by its static `start` and ended by `close`.
@NullMarked
package io.crowdbench.embedded;

import org.jspecify.annotations.NullMarked;
