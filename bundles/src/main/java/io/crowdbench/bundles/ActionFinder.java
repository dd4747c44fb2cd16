package io.crowdbench.bundles;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the actions among classes, without running any of them: classes are loaded where they see
/// the platform and the actions API only, and are not initialised.
final class ActionFinder {

  static final String ACTION = "io.crowdbench.actions.Action";

  /// @param actions class names by the simple names that plans use
  /// @param problems what keeps a class from being an action, one sentence each
  record Found(Map<String, String> actions, List<String> problems) {}

  private ActionFinder() {}

  /// @param classNames the classes to look at
  /// @param classPath where they and all they need are, the actions API among it
  static Found find(List<String> classNames, List<Path> classPath) throws IOException {
    var urls = new URL[classPath.size()];
    for (var i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      return look(classNames, loader);
    }
  }

  private static Found look(List<String> classNames, ClassLoader loader) {
    var actions = new TreeMap<String, String>();
    var problems = new ArrayList<String>();
    for (var name : classNames) {
      try {
        var type = Class.forName(name, false, loader);
        if (isAction(type, loader.loadClass(ACTION))) {
          keep(type, actions, problems);
        }
      } catch (ClassNotFoundException | LinkageError e) {
        // A class of a library that lacks what it was compiled against; no action of the user's.
      }
    }
    return new Found(actions, problems);
  }

  private static boolean isAction(Class<?> type, Class<?> action) {
    var inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    return action.isAssignableFrom(type)
        && !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && Modifier.isPublic(type.getModifiers())
        && !inner;
  }

  private static void keep(Class<?> type, Map<String, String> actions, List<String> problems) {
    if (Arrays.stream(type.getConstructors()).noneMatch(each -> each.getParameterCount() == 0)) {
      problems.add(
          "The action %s has no public constructor without parameters. Give it one: each user gets an instance of its own."
              .formatted(type.getName()));
    }
    var other = actions.putIfAbsent(type.getSimpleName(), type.getName());
    if (other != null) {
      problems.add(
          "There are two actions named %s: %s and %s. Plans name actions by their simple name; rename one."
              .formatted(type.getSimpleName(), other, type.getName()));
    }
  }
}
