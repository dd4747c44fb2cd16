package io.crowdbench.agent.measure;

import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;

/// What a recorder records: one kind, action, name and outcome.
record SeriesKey(Kind kind, String action, String name, Outcome outcome) {}
