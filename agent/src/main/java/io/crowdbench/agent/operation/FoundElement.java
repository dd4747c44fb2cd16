package io.crowdbench.agent.operation;

import io.crowdbench.actions.Element;
import java.util.Optional;

/// An element of a page as the action sees it.
record FoundElement(org.jsoup.nodes.Element element) implements Element {

  @Override
  public String text() {
    return element.text();
  }

  @Override
  public Optional<String> attribute(String name) {
    return element.attributes().hasKeyIgnoreCase(name)
        ? Optional.of(element.attributes().getIgnoreCase(name))
        : Optional.empty();
  }
}
