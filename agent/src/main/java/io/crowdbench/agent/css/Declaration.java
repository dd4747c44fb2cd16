package io.crowdbench.agent.css;

import java.util.List;

/// What a rule or a `style` attribute says of one property.
///
/// @param property as written, in lower case; may be a shorthand
record Declaration(String property, List<Part> value, boolean important) {}
