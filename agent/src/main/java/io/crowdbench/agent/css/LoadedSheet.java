package io.crowdbench.agent.css;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A style sheet at its place on a page.
///
/// @param base what addresses in it are relative to
/// @param imports what each of its imports has become; null for one that did not come
public record LoadedSheet(Sheet sheet, URI base, List<@Nullable LoadedSheet> imports) {}
