package io.crowdbench.benchmarks.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A load generator, used as its own users use it.
public interface Generator {

  String name();

  /// Gets ready: builds what is to be built.
  ///
  /// @return why it can't be used here, as a sentence; empty if it can
  Optional<String> prepare() throws IOException, InterruptedException;

  /// Starts it.
  ///
  /// @param folder empty, for whatever it writes
  Running start(Load load, Path folder) throws IOException, InterruptedException;
}
