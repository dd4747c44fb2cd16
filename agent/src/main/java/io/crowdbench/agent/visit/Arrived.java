package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.Sheet;

/// A style sheet that has come.
///
/// @param address where it came from in the end, which its references are relative to
record Arrived(Sheet sheet, Address address, Digest digest) {}
