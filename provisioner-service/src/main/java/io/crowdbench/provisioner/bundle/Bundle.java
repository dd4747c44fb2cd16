package io.crowdbench.provisioner.bundle;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;

/// Compiled actions with their user ids, as one jar that never changes.
///
/// @param hash SHA-256 of the jar, in hexadecimal
/// @param name what people call it
/// @param actions simple class names of its actions, which plans use
/// @param userIds how many user ids its users.txt has
record Bundle(
    @Id String hash,
    String name,
    List<String> actions,
    int userIds,
    long sizeBytes,
    Instant uploadedAt) {}
