package io.crowdbench.agent.operation;

import io.crowdbench.actions.Element;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.address.NoAddress;
import java.util.Optional;

/// An element of a page as the action sees it.
///
/// @param page its address
record FoundElement(org.jsoup.nodes.Element element, Address page) implements Element {

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

  @Override
  public Optional<String> address(String attribute) {
    return attribute(attribute)
        .flatMap(reference -> resolved(base(), reference))
        .map(Address::toString);
  }

  private Address base() {
    var document = element.ownerDocument();
    var base = document == null ? null : document.selectFirst("base[href]");
    return base == null ? page : resolved(page, base.attr("href")).orElse(page);
  }

  private static Optional<Address> resolved(Address base, String reference) {
    try {
      return Optional.of(base.resolve(reference));
    } catch (NoAddress e) {
      return Optional.empty();
    }
  }
}
