package io.crowdbench.agent.visit;

import static java.util.Objects.requireNonNull;

import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.Redirects;
import io.crowdbench.agent.http.References;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.operation.CodeLocation;
import io.crowdbench.agent.operation.DefaultFields;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Operation;
import io.crowdbench.agent.operation.OperationNames;
import io.crowdbench.agent.operation.RunEnded;
import io.crowdbench.agent.visit.Resource.Sort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Loads what a page embeds, each on a thread of its own, while the user's own thread waits.
final class ResourceLoad {

  /// More are left out, and said to be.
  static final int MAX = 1_000;

  private static final byte[] NOTHING = {};

  private final Browser browser;
  private final Cache cache;
  private final Measured measured;
  private final Ending ending;
  private final Duration timeout;
  private final Address page;
  private final Fields fields;
  private final Predicate<String> wanted;

  private final Phaser under = new Phaser(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Address> seen = ConcurrentHashMap.newKeySet();
  private volatile boolean failed;

  /// @param fields what the page was asked for with
  /// @param wanted told each address, on any thread
  ResourceLoad(
      Browser browser,
      Cache cache,
      Measured measured,
      Ending ending,
      Duration timeout,
      Address page,
      Fields fields,
      Predicate<String> wanted) {
    this.browser = browser;
    this.cache = cache;
    this.measured = measured;
    this.ending = ending;
    this.timeout = timeout;
    this.page = page;
    this.fields = fields;
    this.wanted = wanted;
  }

  /// Returns when all has come or failed.
  ///
  /// @return true if all has come
  boolean all(List<Resource> resources) {
    browser.share();
    try {
      start(resources, page, true);
      under.awaitAdvanceInterruptibly(under.arriveAndDeregister());
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new RunEnded();
    } catch (RuntimeException e) {
      // The author's own choice has failed.
      stop();
      throw e;
    } finally {
      threads.shutdown();
      browser.unshare();
    }
    return !failed;
  }

  /// An interrupt closes the socket that a thread waits for.
  private void stop() {
    threads.shutdownNow();
    try {
      var _ = threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // In a hurry: they end by themselves.
      return;
    }
  }

  private void start(List<Resource> resources, Address referrer, boolean deeper) {
    for (var resource : resources) {
      if (!wanted.test(resource.address().toString())) {
        continue;
      }
      if (seen.size() >= MAX) {
        failed = true;
        measured.error(OperationNames.of("GET", page.path()), tooMany(), "");
        return;
      }
      if (seen.add(resource.address())) {
        under.register();
        threads.execute(() -> run(resource, referrer, deeper));
      }
    }
  }

  private static String tooMany() {
    return "the page embeds more than " + MAX + " resources; the others were not loaded";
  }

  private void run(Resource resource, Address referrer, boolean deeper) {
    try {
      load(resource, referrer, deeper);
    } catch (RequestFailed e) {
      // Counted where it was thrown.
      failed = true;
    } catch (RunEnded | InterruptedException e) {
      // What was under way is counted as incomplete; the user's own thread ends the visit.
      return;
    } catch (IOException | RuntimeException e) {
      failed = true;
      measured.error(
          OperationNames.of("GET", resource.address().path()), e.toString(), CodeLocation.place(e));
    } finally {
      under.arriveAndDeregister();
    }
  }

  private void load(Resource resource, Address referrer, boolean deeper)
      throws IOException, InterruptedException {
    var request = request(resource, referrer);
    for (int followed = 0; request != null; followed++) {
      request = hop(resource.sort(), request, followed, deeper);
    }
  }

  /// @return where it redirects to; null when it is there
  private @Nullable RequestHead hop(Sort sort, RequestHead request, int followed, boolean deeper)
      throws IOException, InterruptedException {
    ending.check();
    var address = request.address();
    var cookies = browser.cookieLine(address);
    var kept = cache.of(request, cookies);
    if (kept != null && kept.isFresh()) {
      measured.trace().kept(address);
    } else {
      var operation = operation(Revalidation.asking(request, kept));
      var answer = perform(operation);
      try {
        if (kept == null || answer.status() != 304) {
          var fresh = cache.keep(request, cookies, answer, false);
          if (operation.isRedirect()) {
            return Revalidation.withoutAsking(operation.redirected(followed));
          }
          look(sort, operation, answer, fresh, deeper);
          return null;
        }
        kept = cache.refresh(address, kept, answer);
      } finally {
        if (operation.settle()) {
          failed = true;
        }
      }
    }
    if (kept.next() != null && followed < Redirects.MAX) {
      return Redirects.next(request, kept.next(), kept.status());
    }
    if (kept.status() >= 400) {
      // Nothing is sent, but it is missing all the same.
      failed = true;
    }
    if (deeper && kept.embedded() != null) {
      start(kept.embedded(), address, false);
    }
    return null;
  }

  /// Looks into a style sheet for what it embeds.
  private void look(
      Sort sort, Operation operation, HttpAnswer answer, @Nullable Kept kept, boolean deeper) {
    if (sort != Sort.STYLE || answer.status() != 200) {
      return;
    }
    try {
      var found = FoundResources.inStyles(operation.address(), answer);
      if (kept != null) {
        cache.learn(operation.address(), kept, found);
      }
      if (deeper) {
        start(found, operation.address(), false);
      }
    } catch (IOException e) {
      var _ = operation.failed(String.valueOf(e.getMessage()));
    }
  }

  private Operation operation(RequestHead request) {
    return new Operation(OperationNames.of(request), request, timeout, measured);
  }

  private HttpAnswer perform(Operation operation) throws InterruptedException {
    try (var permit = browser.permit(operation.address())) {
      ending.check();
      measured.population().started();
      try {
        var _ = operation.perform(permit, ending);
      } finally {
        measured.population().ended();
      }
    }
    return requireNonNull(operation.answer());
  }

  /// What a browser says beside the author's own fields, which are for the page's own site only.
  private RequestHead request(Resource resource, Address referrer) {
    var address = resource.address();
    var own = References.areOfOneOrigin(page, address);
    var said = new Fields(own ? fields : DefaultFields.ALL);
    Revalidation.withoutAsking(said);
    said.remove("Content-Type");
    said.set("Accept", resource.sort().accept());
    if (referrer.scheme().equals(address.scheme()) || address.scheme().equals("https")) {
      var whole = References.areOfOneOrigin(referrer, address);
      var site = referrer.scheme() + "://" + referrer.authority() + "/";
      said.set("Referer", whole ? referrer.toString() : site);
    }
    return new RequestHead("GET", address, said, NOTHING);
  }
}
