package io.crowdbench.agent.runner;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.operation.CodeLocation;
import io.crowdbench.agent.user.UserData;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/// The uploaded actions and users, opened on the slave.
///
/// @param actions how to make each action, by the name plans use
/// @param users all lines of users.txt
record Bundle(Map<String, Supplier<Action>> actions, List<UserData> users, BundleTables tables) {

  private static final String DESCRIPTION = "crowdbench/bundle.properties";

  /// @param folder where libraries inside the bundle are unpacked to
  static Bundle open(Path jar, Path folder) throws IOException, ReflectiveOperationException {
    try (var file = new JarFile(jar.toFile())) {
      var loader =
          new URLClassLoader(
              CodeLocation.USERS_CODE, classPath(jar, file, folder), new ActionsOnly());
      var description = new Properties();
      description.load(new StringReader(text(file, DESCRIPTION)));
      var actions = new LinkedHashMap<String, Supplier<Action>>();
      for (var entry : description.getProperty("actions", "").split(",", -1)) {
        var parts = entry.strip().split("=", 2);
        if (parts.length == 2) {
          actions.put(parts[0], maker(loader, parts[1]));
        }
      }
      return new Bundle(actions, Users.in(file), BundleTables.in(jar, file));
    }
  }

  private static URL[] classPath(Path jar, JarFile file, Path folder) throws IOException {
    var urls = new ArrayList<URL>();
    urls.add(jar.toUri().toURL());
    for (var entry : file.stream().filter(e -> e.getName().matches("lib/[^/]+\\.jar")).toList()) {
      var library = folder.resolve(entry.getName());
      Files.createDirectories(folder.resolve("lib"));
      try (var content = file.getInputStream(entry)) {
        Files.write(library, content.readAllBytes());
      }
      urls.add(library.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static Supplier<Action> maker(ClassLoader loader, String className)
      throws ReflectiveOperationException {
    var constructor = loader.loadClass(className).asSubclass(Action.class).getConstructor();
    return () -> {
      try {
        return constructor.newInstance();
      } catch (InvocationTargetException e) {
        throw new IllegalStateException("could not make a " + className + ": " + e.getCause(), e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("could not make a " + className, e);
      }
    };
  }

  static String text(JarFile file, String name) throws IOException {
    var entry = file.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no " + name);
    }
    try (var content = file.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
