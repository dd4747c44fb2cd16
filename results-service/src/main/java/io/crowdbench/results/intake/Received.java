package io.crowdbench.results.intake;

import io.crowdbench.messages.sample.SampleMessage;
import org.jspecify.annotations.Nullable;

/// A record of the topic `samples`.
///
/// @param message absent if it could not be read
record Received(int partition, long offset, @Nullable SampleMessage message) {}
