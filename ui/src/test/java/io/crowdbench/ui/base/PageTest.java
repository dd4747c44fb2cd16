package io.crowdbench.ui.base;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.server.VaadinSession;
import org.awaitility.core.ThrowingRunnable;

/// A page in a test, to which other threads have something to say.
public abstract class PageTest extends BrowserlessTest {

  /// Lets the page have its turn until the facts hold: what waits for it is run when the session is
  /// unlocked.
  protected static void eventually(ThrowingRunnable facts) {
    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          var session = VaadinSession.getCurrent();
          session.unlock();
          session.lock();
          facts.run();
        });
  }
}
