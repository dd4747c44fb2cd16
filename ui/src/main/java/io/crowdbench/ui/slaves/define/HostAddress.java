package io.crowdbench.ui.slaves.define;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people type or paste where a host is asked for, as `ssh` takes it: `user@host:port`.
///
/// @param user null if none is given
/// @param port null if none is given
record HostAddress(@Nullable String user, String host, @Nullable Integer port) {

  /// A bare IPv6 address has colons of its own, and is a host.
  private static final Pattern FORM =
      Pattern.compile(
          "(?:ssh://)?(?:([^@\\s]+)@)?(?:\\[([^\\]]+)\\]|([^:\\s@]+))(?::(\\d{1,5}))?/?");

  /// Nothing where the text is no more than a host, or is something else.
  static Optional<HostAddress> of(String text) {
    var found = FORM.matcher(text.strip());
    if (!found.matches() || (found.group(1) == null && found.group(4) == null)) {
      return Optional.empty();
    }
    var host = found.group(2) == null ? found.group(3) : found.group(2);
    return Optional.of(
        new HostAddress(
            found.group(1), host, found.group(4) == null ? null : Integer.valueOf(found.group(4))));
  }
}
