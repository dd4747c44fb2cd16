package io.crowdbench.agent.runner;

import io.crowdbench.agent.user.TableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// The tables of a bundle: each is in `crowdbench/tables/`, under its file's name and `.tsv`.
///
/// @param names of the files as they were uploaded
record BundleTables(Path jar, Set<String> names) implements TableFiles {

  private static final String FOLDER = "crowdbench/tables/";
  private static final String END = ".tsv";

  static BundleTables in(Path jar, JarFile file) {
    var names =
        file.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(FOLDER) && name.endsWith(END))
            .map(name -> name.substring(FOLDER.length(), name.length() - END.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    return new BundleTables(jar, names);
  }

  @Override
  public String text(String name) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return Bundle.text(file, FOLDER + name + END);
    }
  }
}
