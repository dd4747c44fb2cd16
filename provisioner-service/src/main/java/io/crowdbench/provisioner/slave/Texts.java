package io.crowdbench.provisioner.slave;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What requests bring, in the form it is kept in.
final class Texts {

  private Texts() {}

  static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /// An IPv6 address may stand in brackets, and is kept without.
  static String host(@Nullable String text) {
    return stripped(text).replaceAll("^\\[(.*)]$", "$1");
  }

  static String folder(@Nullable String text) {
    var folder = stripped(text).replaceAll("(?<=.)/+$", "");
    return folder.isEmpty() ? ".crowdbench" : folder;
  }

  /// Each once, in order.
  static List<String> labels(@Nullable List<String> labels) {
    return requireNonNullElse(labels, List.<String>of()).stream()
        .map(Texts::stripped)
        .distinct()
        .sorted()
        .toList();
  }

  static Secret secret(
      @Nullable String password, @Nullable String privateKey, @Nullable String passphrase) {
    return new Secret(
        requireNonNullElse(password, ""), stripped(privateKey), requireNonNullElse(passphrase, ""));
  }
}
