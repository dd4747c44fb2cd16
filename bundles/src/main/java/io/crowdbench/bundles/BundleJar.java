package io.crowdbench.bundles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs a bundle: classes at their places, libraries in `lib/`, users and a description in
/// `crowdbench/`. The same content gives the same bytes, and so the same name.
final class BundleJar {

  private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final SortedMap<String, byte[]> entries = new TreeMap<>();

  void add(String path, byte[] content) {
    entries.put(path, content);
  }

  /// Describes what is in it: `actions=<simple name>=<class name>,…`.
  void describe(Map<String, String> actions, UserIds users) {
    var list =
        actions.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(","));
    add(
        "crowdbench/bundle.properties",
        ("actions=" + list + "\n").getBytes(StandardCharsets.UTF_8));
    add("crowdbench/users.txt", users.asFile());
    if (!users.columns().isEmpty()) {
      add("crowdbench/users.tsv", users.asTable());
    }
  }

  byte[] bytes() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        var header = new ZipEntry(entry.getKey());
        header.setTimeLocal(ALWAYS);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
