package io.crowdbench.ui.health;

import io.crowdbench.api.PartHealth;
import io.crowdbench.ui.base.Format;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What people read of a part that is away, or back.
final class HealthSentences {

  /// For how long a part that is back is worth a sentence.
  static final Duration NEWS = Duration.ofMinutes(1);

  private HealthSentences() {}

  /// @param found what came back instead of a sign of life
  static String away(Probe probe, String found, Instant since) {
    return "%s has been away since %s: %s. Meanwhile %s."
        .formatted(probe.name(), Format.when(since), found, probe.meanwhile());
  }

  /// What is worth telling of a part; null if nothing is.
  static @Nullable String news(PartHealth part, Instant now) {
    if (!part.up()) {
      return part.problem();
    }
    var recent = Duration.between(part.since(), now).compareTo(NEWS) < 0;
    return part.awaySeconds() != null && recent
        ? "%s came back at %s; it was away for %d seconds."
            .formatted(part.part(), Format.when(part.since()), part.awaySeconds())
        : null;
  }
}
