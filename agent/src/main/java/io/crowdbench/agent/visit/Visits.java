package io.crowdbench.agent.visit;

import io.crowdbench.actions.Browsing;
import io.crowdbench.actions.Response;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.OperationScope;
import io.crowdbench.agent.operation.RunEnded;
import io.crowdbench.messages.sample.Outcome;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One user's visits to pages, each measured as a group, and what its browser keeps from one to the
/// next.
public final class Visits {

  private final OperationScope user;
  private final Browser browser;
  private final Measured measured;
  private final Ending ending;
  private final Cache cache = new Cache();
  private Browsing browsing = Browsing.standard();

  /// The last one, while the checks on its page are still going on.
  private @Nullable Visited open;

  /// @param whole true if all that the page embeds has come
  private record Visited(String group, long nanos, boolean whole) {}

  public Visits(OperationScope user, Browser browser, Measured measured, Ending ending) {
    this.user = user;
    this.browser = browser;
    this.measured = measured;
    this.ending = ending;
  }

  /// From now on pages are looked at with that.
  public void browsing(Browsing wishes) {
    browsing = wishes;
  }

  /// @param name of the page's operation; null for the method and path
  /// @param wanted which of what it embeds
  public Response visit(
      RequestHead request,
      @Nullable String name,
      Duration timeout,
      boolean follow,
      Predicate<String> wanted) {
    user.settle();
    ending.check();
    var group = "visit " + (name == null ? user.nameOf(request) : name);
    var start = System.nanoTime();
    var outcome = Outcome.FAILED;
    try {
      var visit = new Visit(user, browser, cache, measured, ending, timeout, browsing);
      var page = visit.page(request, name, follow);
      var whole = visit.embedded(group, page, request.fields(), wanted);
      outcome = Outcome.PASSED;
      open = new Visited(group, System.nanoTime() - start, whole);
      return page;
    } catch (RunEnded e) {
      outcome = Outcome.INCOMPLETE;
      throw e;
    } finally {
      if (outcome != Outcome.PASSED) {
        measured.group(group, outcome, System.nanoTime() - start);
      }
    }
  }

  /// The checks on the page are over; true if the visit has failed for what the page embeds.
  public boolean settle(boolean pageFailed) {
    var visit = open;
    open = null;
    if (visit == null) {
      return false;
    }
    var outcome = visit.whole && !pageFailed ? Outcome.PASSED : Outcome.FAILED;
    measured.group(visit.group, outcome, visit.nanos);
    return !visit.whole;
  }

  /// After a request that may have changed what is there.
  public void forget(Address address) {
    cache.forget(address);
  }
}
