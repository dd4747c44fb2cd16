package io.crowdbench.runs.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/// A plan that was checked and kept.
///
/// @param words the plan as a person reads it
public record Plan(
    @Id String id,
    @Version @Nullable Integer version,
    PlanContent content,
    String words,
    Instant createdAt) {}
