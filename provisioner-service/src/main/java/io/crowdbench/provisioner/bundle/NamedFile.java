package io.crowdbench.provisioner.bundle;

/// An uploaded file. Not a record: its content is an array.
final class NamedFile {

  private final String name;
  private final byte[] content;

  /// @param path its name as the sender gave it, perhaps with folders in front
  NamedFile(String path, byte[] content) {
    this.name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    this.content = content;
  }

  String name() {
    return name;
  }

  byte[] content() {
    return content;
  }
}
