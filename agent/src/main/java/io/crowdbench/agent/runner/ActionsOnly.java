package io.crowdbench.agent.runner;

/// What actions see of the runner: the platform and the actions API, nothing else of ours, so that
/// a library in a bundle never meets another version of itself.
final class ActionsOnly extends ClassLoader {

  private static final String API = "io.crowdbench.actions.";

  ActionsOnly() {
    super(ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(API)) {
      return ActionsOnly.class.getClassLoader().loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
