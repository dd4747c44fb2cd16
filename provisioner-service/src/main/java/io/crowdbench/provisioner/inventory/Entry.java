package io.crowdbench.provisioner.inventory;

import io.crowdbench.api.JumpHost;
import io.crowdbench.api.SlaveRegistration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A slave that is being read, or several where its host is a range.
final class Entry {

  private static final Set<String> SECRETS =
      Set.of("password", "pass", "secret", "privatekey", "key", "keyfile", "passphrase");

  private final int line;
  private final Sketch sketch;
  private final Set<String> labels = new TreeSet<>();
  private String name = "";
  private String host = "";
  private @Nullable Integer port;
  private @Nullable String user;
  private @Nullable String folder;
  private @Nullable String hostKey;
  private @Nullable JumpHost jump;

  Entry(int line, Sketch sketch) {
    this.line = line;
    this.sketch = sketch;
  }

  void name(String text) {
    name = text;
  }

  void host(String text) {
    host = text;
  }

  void label(String text) {
    labels.add(text);
  }

  /// Takes user, host and port as far as they are there.
  void address(String text) {
    Address.parse(text)
        .ifPresentOrElse(
            this::take,
            () ->
                sketch.problem(line, "this is no address. Write it as user@host or user@host:22."));
  }

  private void take(Address address) {
    host = address.host();
    if (address.user() != null) {
      user = address.user();
    }
    if (address.port() != null) {
      port = address.port();
    }
  }

  /// Takes what is named; an empty value says nothing.
  ///
  /// @param at line where it stands
  void set(String field, String value, int at) {
    var key = field.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    if (value.isBlank()) {
      return;
    }
    if (SECRETS.contains(key)) {
      sketch.problem(
          at,
          "“%s” is not read, since what is read is shown. Give passwords and keys afterwards."
              .formatted(field));
      return;
    }
    var text = value.strip();
    switch (key) {
      case "name" -> name = text;
      case "host", "address", "ip" -> address(text);
      case "port" -> port(text, at);
      case "user", "username", "login" -> user = text;
      case "folder" -> folder = text;
      case "hostkey", "fingerprint" -> hostKey = text;
      case "label", "labels", "group", "groups" -> labels.addAll(List.of(text.split("[,; ]+")));
      case "jump", "jumphost", "proxyjump" -> jump(text, at);
      default ->
          sketch.problem(
              at,
              "“%s” is not known. There are name, host, port, user, folder, hostKey, labels and jump."
                  .formatted(field));
    }
  }

  private void port(String text, int at) {
    if (text.matches("\\d{1,5}")) {
      port = Integer.valueOf(text);
    } else {
      sketch.problem(at, "the port is no number.");
    }
  }

  void jump(String text, int at) {
    var address = Address.parse(text);
    var known = address.map(Address::user).orElse(user);
    if (address.isEmpty() || known == null) {
      sketch.problem(at, "the jump host can't be read. Write it as user@host or user@host:22.");
      return;
    }
    var there = address.get();
    jump =
        new JumpHost(
            there.host(), there.port() == null ? 22 : there.port(), known, null, null, null);
  }

  /// Puts it into the sketch, or what is wrong with it.
  void end() {
    if (host.isEmpty()) {
      sketch.problem(line, "there is no host. Give the address that the slave is reached at.");
      return;
    }
    var hosts = Ranges.expand(host);
    var names = Ranges.expand(name);
    if (hosts.isEmpty() || names.isEmpty()) {
      sketch.problem(
          line,
          "the range can't be read, or makes more than 1,000. Write it as in 10.0.0.[11-30] or web[01-12].lab.");
      return;
    }
    int count = hosts.get().size();
    if (names.get().size() != 1 && names.get().size() != count) {
      sketch.problem(
          line,
          "there are %d hosts and %d names. Give as many names as hosts."
              .formatted(count, names.get().size()));
      return;
    }
    for (int i = 0; i < count; i++) {
      sketch.add(line, registration(hosts.get().get(i), name(names.get(), hosts.get(), i)));
    }
  }

  private static String name(List<String> names, List<String> hosts, int i) {
    if (names.size() > 1) {
      return names.get(i);
    }
    if (names.getFirst().isEmpty()) {
      return hosts.get(i);
    }
    return hosts.size() == 1 ? names.getFirst() : names.getFirst() + "-" + (i + 1);
  }

  private SlaveRegistration registration(String at, String called) {
    return new SlaveRegistration(
        called, at, port, user, null, null, null, folder, hostKey, List.copyOf(labels), jump);
  }
}
