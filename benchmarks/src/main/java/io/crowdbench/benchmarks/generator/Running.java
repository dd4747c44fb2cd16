package io.crowdbench.benchmarks.generator;

import java.io.IOException;
import java.util.Optional;

/// A generator at work.
public interface Running extends AutoCloseable {

  /// The process that makes the load.
  ProcessHandle process();

  /// Waits for its end.
  ///
  /// @return what it says of latencies; empty if it says nothing
  Optional<Percentiles> result() throws IOException, InterruptedException;

  /// Ends it, whether it is done or not.
  @Override
  void close() throws IOException, InterruptedException;
}
