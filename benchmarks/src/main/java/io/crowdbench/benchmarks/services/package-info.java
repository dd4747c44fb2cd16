/// The services that are measured, each in a process of its own, and what they need around them.
@NullMarked
package io.crowdbench.benchmarks.services;

import org.jspecify.annotations.NullMarked;
