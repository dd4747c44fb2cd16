package io.crowdbench.bundles;

/// An uploaded file. Not a record: its content is an array.
public final class NamedFile {

  private final String name;
  private final byte[] content;

  /// @param path its name as the sender gave it, perhaps with folders in front
  public NamedFile(String path, byte[] content) {
    this.name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    this.content = content;
  }

  public String name() {
    return name;
  }

  public byte[] content() {
    return content;
  }
}
