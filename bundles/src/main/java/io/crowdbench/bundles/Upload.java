package io.crowdbench.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The files of an upload, sorted by what they are.
///
/// @param problems files that are of no use, one sentence each
record Upload(
    List<NamedFile> sources,
    List<NamedFile> jars,
    List<NamedFile> users,
    List<NamedFile> tables,
    List<String> problems) {

  static Upload of(List<NamedFile> files) {
    var upload =
        new Upload(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (var file : files) {
      upload.sort(file);
    }
    return upload;
  }

  private void sort(NamedFile file) {
    var name = file.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".java")) {
      sources.add(file);
    } else if (name.endsWith(".jar")) {
      jars.add(file);
    } else if (name.equals("users.txt")) {
      users.add(file);
    } else if (name.endsWith(".csv")) {
      tables.add(file);
    } else {
      problems.add(
          "%s is neither a .java file nor a .jar nor a .csv nor users.txt. Leave it out."
              .formatted(file.name()));
    }
  }
}
