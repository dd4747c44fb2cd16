/// Histograms of microseconds in little room: read off the wire, added up, written down. They count
/// in the same buckets as HdrHistogram with three significant digits, and tests hold them to it.
@NullMarked
package io.crowdbench.results.histogram;

import org.jspecify.annotations.NullMarked;
