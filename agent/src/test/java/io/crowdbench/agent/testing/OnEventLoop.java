package io.crowdbench.agent.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.eventloop.EventLoops;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Lets tests run where users live, and so wait with the sockets that users have.
public final class OnEventLoop implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    run(test);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    run(test);
  }

  private static void run(Invocation<Void> test) throws Throwable {
    assertThat(EventLoops.exist()).as("event loops, for which the JVM needs an option").isTrue();
    var done = new CompletableFuture<Void>();
    var thread =
        EventLoops.threads()
            .name("test")
            .start(() -> {
              try {
                done.complete(test.proceed());
              } catch (Throwable e) {
                done.completeExceptionally(e);
              }
            });
    try {
      done.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
