package io.crowdbench.benchmarks.generator;

import java.net.URI;
import java.time.Duration;

/// What a generator is asked for.
public sealed interface Load {

  URI address();

  /// How long it is at work before what it measures counts.
  Duration warmUp();

  /// How long it is at work then.
  Duration time();

  /// Both together.
  default Duration whole() {
    return warmUp().plus(time());
  }

  /// That many users, each with a connection of its own, ask again as soon as they have the answer.
  record Closed(URI address, int users, Duration warmUp, Duration time) implements Load {}

  /// That many users load the page at the address with all it embeds, over connections that they
  /// keep, and do so again as soon as it is there.
  record Pages(URI address, int users, Duration warmUp, Duration time) implements Load {}

  /// That many requests per second are due at even distances, whatever the site does.
  record Open(URI address, int perSecond, Duration warmUp, Duration time) implements Load {}
}
