package io.crowdbench.agent.css;

import io.crowdbench.agent.address.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A style sheet at its place on a page.
///
/// @param base what addresses in it are relative to
/// @param imports what each of its imports has become; null for one that did not come
public record LoadedSheet(Sheet sheet, Address base, List<@Nullable LoadedSheet> imports) {}
