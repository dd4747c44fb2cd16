package io.crowdbench.provisioner;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test class a [ProvisionerStack], and ends it after the last test.
public final class WithStack implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  private @Nullable ProvisionerStack stack;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    stack = new ProvisionerStack();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (stack != null) {
      stack.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ProvisionerStack.class;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stack;
  }
}
