package io.crowdbench.localstack;

import io.crowdbench.localstack.demo.DemoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One local stack for all end-to-end tests of a JVM, given to those that ask for a [LocalStack].
public final class SharedStack implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedStack.class))
        .computeIfAbsent(Held.class, _ -> Held.start(), Held.class)
        .stack();
  }

  /// Closed by JUnit when all tests are over.
  private record Held(LocalStack stack) implements AutoCloseable {

    static Held start() {
      try {
        var data = Files.createTempDirectory("crowdbench-e2e");
        return new Held(LocalStack.start(FreePorts.settings(data), _ -> {}));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      stack.close();
    }
  }

  /// The demo against that stack, with short steps.
  static DemoSettings demo(StackSettings stack, int seconds) throws IOException {
    return DemoSettings.of(stack, seconds, Path.of("../examples"));
  }
}
