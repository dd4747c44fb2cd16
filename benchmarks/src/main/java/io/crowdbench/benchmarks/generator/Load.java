package io.crowdbench.benchmarks.generator;

import java.net.URI;
import java.time.Duration;

/// What a generator is asked for.
public sealed interface Load {

  URI address();

  Duration time();

  /// That many users, each with a connection of its own, ask again as soon as they have the answer.
  record Closed(URI address, int users, Duration time) implements Load {}

  /// That many requests per second are due at even distances, whatever the site does.
  record Open(URI address, int perSecond, Duration time) implements Load {}
}
