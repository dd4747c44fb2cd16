package io.crowdbench.api;

import java.time.Instant;
import java.util.List;

/// Uploaded actions with their user ids.
///
/// @param hash of its content, which names it in plans
/// @param actions names of its actions
/// @param userIds how many user ids its users.txt has
public record BundleView(
    String hash,
    String name,
    List<String> actions,
    int userIds,
    long sizeBytes,
    Instant uploadedAt) {}
