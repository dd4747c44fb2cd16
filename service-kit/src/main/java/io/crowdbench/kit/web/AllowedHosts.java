package io.crowdbench.kit.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The names under which this service may be asked for. A page of another site whose name was made
/// to resolve to our address (DNS rebinding) still sends that name, and is refused for it.
///
/// @param hosts names in addition to those of the loopback interface, without ports
@ConfigurationProperties("crowdbench")
record AllowedHosts(@DefaultValue List<String> hosts) implements Predicate<String> {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)*:?0*1]?");

  @Override
  public boolean test(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return LOOPBACK.matcher(name).matches()
        || hosts.stream().anyMatch(allowed -> allowed.strip().equalsIgnoreCase(name));
  }
}
