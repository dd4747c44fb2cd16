package io.crowdbench.localstack.faults;

import java.util.Objects;
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

  /// Closed by JUnit when all tests are over.
  private static FaultStack stack(ExtensionContext context) {
    return Objects.requireNonNull(
        context
            .getRoot()
            .getStore(CAMPAIGN)
            .computeIfAbsent(FaultStack.class, _ -> FaultStack.start(), FaultStack.class));
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
