package io.crowdbench.agent.address;

/// A text is no address that a browser would go to.
public final class NoAddress extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /// @param reason why, beginning in small letters
  NoAddress(String reason) {
    super(reason);
  }

  /// The same with what an author needs to know.
  ///
  /// @param address what was to be one
  public NoAddress of(String address) {
    return new NoAddress(
        "Could not send a request to \"%s\": %s. Write a whole address, or one that is relative to the target, such as /products?q=tea."
            .formatted(address.replaceFirst("(?s)[/\\\\]{2}.*@", "//(redacted)@"), getMessage()));
  }
}
