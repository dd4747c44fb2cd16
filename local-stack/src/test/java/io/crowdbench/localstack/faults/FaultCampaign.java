package io.crowdbench.localstack.faults;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Gives tests the one [FaultStack] of the JVM, whole again after each of them, and a [Chance]; a
/// test that fails says how to repeat it and where the logs are.
final class FaultCampaign
    implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

  private static final Namespace CAMPAIGN = Namespace.create(FaultCampaign.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == FaultStack.class || type == Chance.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chance.class ? chance(context) : stack(context);
  }

  private static Chance chance(ExtensionContext context) {
    return Objects.requireNonNull(
        context.getStore(CAMPAIGN).computeIfAbsent(Chance.class, _ -> new Chance(), Chance.class));
  }

  private static FaultStack stack(ExtensionContext context) {
    return Objects.requireNonNull(
            context
                .getRoot()
                .getStore(CAMPAIGN)
                .computeIfAbsent(Held.class, _ -> Held.start(), Held.class))
        .get();
  }

  /// Closed by JUnit when all tests are over. A stack that does not start is not tried again by
  /// each test.
  private record Held(@Nullable FaultStack stack, @Nullable Throwable failure)
      implements AutoCloseable {

    static Held start() {
      try {
        return new Held(FaultStack.start(), null);
      } catch (RuntimeException | Error e) {
        return new Held(null, e);
      }
    }

    FaultStack get() {
      if (stack == null) {
        throw new IllegalStateException("There is no stack to test with.", failure);
      }
      return stack;
    }

    @Override
    public void close() {
      if (stack != null) {
        stack.close();
      }
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    stack(context).keepData();
    throw new AssertionError(
        "%s%n(Repeat it with -Dcrowdbench.seed=%d; the logs of all parts are in %s.)"
            .formatted(failure.getMessage(), chance(context).seed(), stack(context).logs()),
        failure);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stack(context).heal();
  }
}
