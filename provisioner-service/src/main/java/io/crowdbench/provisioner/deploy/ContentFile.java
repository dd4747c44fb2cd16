package io.crowdbench.provisioner.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file that is known by what is in it, so that a slave that has it need not get it again.
///
/// @param hash SHA-256 of the content, in hexadecimal
record ContentFile(Path path, String hash) {

  static ContentFile of(Path path) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(path), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return new ContentFile(path, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }
  }

  /// Enough of the hash to tell apart what ever lies in one folder.
  String shortHash() {
    return hash.substring(0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
