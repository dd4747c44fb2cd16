package io.crowdbench.provisioner.inventory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place that SSH goes to, written as `user@host:port`, of which user and port may be missing; an
/// IPv6 address with a port stands in brackets.
record Address(@Nullable String user, String host, @Nullable Integer port) {

  private static final Pattern FORM =
      Pattern.compile("(?:([^@\\s]+)@)?(?:\\[([^]\\s]*:[^]\\s]*)]|([^:@\\s]+))(?::(\\d{1,5}))?");

  private static final Pattern BARE_IPV6 =
      Pattern.compile("(?:([^@\\s]+)@)?([0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?:%\\w+)?)");

  static Optional<Address> parse(String text) {
    var bare = BARE_IPV6.matcher(text);
    if (bare.matches()) {
      return Optional.of(new Address(bare.group(1), bare.group(2), null));
    }
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var host = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    var port = matcher.group(4) == null ? null : Integer.valueOf(matcher.group(4));
    return Optional.of(new Address(matcher.group(1), host, port));
  }
}
