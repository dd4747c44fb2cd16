package io.crowdbench.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a part of the system is: Kafka, PostgreSQL or a service.
///
/// @param part what people call it
/// @param since when it came up or went away, as far as was seen
/// @param problem a whole sentence; null while it is up
/// @param awaySeconds how long it had been away before it came back; null if it was not
public record PartHealth(
    String part, boolean up, Instant since, @Nullable String problem, @Nullable Long awaySeconds) {}
