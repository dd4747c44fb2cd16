/// How results lie in PostgreSQL: compact rows per slave and second, blocks of merged ones, and
/// what reads any window of a run back.
@NullMarked
package io.crowdbench.results.store;

import org.jspecify.annotations.NullMarked;
