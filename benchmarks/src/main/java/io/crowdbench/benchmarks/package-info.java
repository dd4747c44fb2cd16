/// `crowdbench bench`: what a request costs and how true the figures are, beside other tools, in
/// one run on one machine.
@NullMarked
package io.crowdbench.benchmarks;

import org.jspecify.annotations.NullMarked;
