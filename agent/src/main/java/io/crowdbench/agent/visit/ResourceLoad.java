package io.crowdbench.agent.visit;

import static java.util.Objects.requireNonNull;

import io.crowdbench.actions.Browsing;
import io.crowdbench.actions.RequestFailed;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.css.Screen;
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
import io.crowdbench.agent.operation.ReceivedResponse;
import io.crowdbench.agent.operation.RunEnded;
import io.crowdbench.agent.visit.Resource.Sort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Loads what a page embeds, each on a thread of its own, while the user's own thread waits. What
/// is found in style sheets, modules and frames is loaded by the threads that have found it.
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
  private final Browsing browsing;
  private final Predicate<String> wanted;

  private final Phaser under = new Phaser(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Address, Sort> seen = new ConcurrentHashMap<>();
  private final Sheets sheets = new Sheets();
  private final AtomicBoolean saidSo = new AtomicBoolean();

  private final Inside look;
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
      Browsing browsing,
      Predicate<String> wanted) {
    this.browser = browser;
    this.cache = cache;
    this.measured = measured;
    this.ending = ending;
    this.timeout = timeout;
    this.page = page;
    this.fields = fields;
    this.browsing = browsing;
    this.wanted = wanted;
    look = new Inside(this, browsing);
  }

  /// Returns when all has come or failed.
  ///
  /// @return true if all has come
  boolean all(ReceivedResponse received) {
    var screen = new Screen(browsing.width(), browsing.height(), browsing.density());
    try {
      var answer = received.answer();
      var document =
          new DocumentLoad(
              this,
              browsing,
              page,
              null,
              screen,
              0,
              Digest.of(answer),
              () -> received.content().page(page.toString()));
      if (document.isWorthIt()) {
        all(document);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunEnded();
    }
    return !failed;
  }

  private void all(DocumentLoad document) throws InterruptedException {
    browser.share();
    try {
      document.begin();
      under.awaitAdvanceInterruptibly(under.arriveAndDeregister());
    } catch (InterruptedException | RuntimeException e) {
      // The run is over, or the author's own choice has failed.
      stop();
      throw e;
    } finally {
      threads.shutdown();
      browser.unshare();
    }
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

  Sheets sheets() {
    return sheets;
  }

  /// Something is to come that has not been started yet.
  void hold() {
    under.register();
  }

  /// What was to come, on whatever thread.
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /// Does what [#hold()] was for; what it throws is an error of the visit.
  void guarded(Address address, Work work) {
    try {
      work.run();
    } catch (RequestFailed e) {
      // Counted where it was thrown.
      failed = true;
    } catch (RunEnded | InterruptedException | RejectedExecutionException e) {
      // What was under way is counted as incomplete; the user's own thread ends the visit.
      return;
    } catch (IOException | RuntimeException e) {
      failed = true;
      measured.error(OperationNames.of("GET", address.path()), e.toString(), CodeLocation.place(e));
    } finally {
      under.arriveAndDeregister();
    }
  }

  /// Each once, in their order.
  ///
  /// @param document the page or frame that they are for
  void start(List<Resource> resources, DocumentLoad document) {
    for (var resource : resources) {
      if (!start(resource, document) && resource.sort() == Sort.STYLE) {
        sheets.arrived(resource.address(), null);
      }
    }
  }

  /// @return false for a style sheet that is not going to come
  private boolean start(Resource resource, DocumentLoad document) {
    var address = resource.address();
    var sort = resource.sort();
    var before = seen.get(address);
    if (before == null) {
      if (!wanted.test(address.toString()) || isTooMany()) {
        return false;
      }
      before = seen.putIfAbsent(address, sort);
      if (before == null) {
        hold();
        threads.execute(() -> guarded(address, () -> load(resource, document)));
        return true;
      }
    }
    if (before == Sort.MODULE_FOR_LATER && sort == Sort.MODULE) {
      look.imported(address);
    }
    return before == Sort.STYLE || sort != Sort.STYLE;
  }

  private boolean isTooMany() {
    boolean many = seen.size() >= MAX;
    if (many && !saidSo.getAndSet(true)) {
      failed = true;
      measured.error(OperationNames.of("GET", page.path()), tooMany(), "");
    }
    return many;
  }

  private static String tooMany() {
    return "the page embeds more than " + MAX + " resources; the others were not loaded";
  }

  private void load(Resource resource, DocumentLoad document)
      throws IOException, InterruptedException {
    try {
      var request = request(resource);
      for (int followed = 0; request != null; followed++) {
        request = hop(resource, request, followed, document);
      }
    } finally {
      if (resource.sort() == Sort.STYLE) {
        // If it has not come by now it never will.
        sheets.arrived(resource.address(), null);
      }
    }
  }

  /// @return where it redirects to; null when it is there
  private @Nullable RequestHead hop(
      Resource resource, RequestHead request, int followed, DocumentLoad document)
      throws IOException, InterruptedException {
    ending.check();
    var address = request.address();
    var cookies = browser.cookieLine(address);
    var sort = resource.sort();
    var kept = usable(sort, address, cache.of(request, cookies));
    if (kept != null && kept.isFresh()) {
      measured.trace().kept(address);
    } else {
      var operation = operation(Revalidation.asking(request, kept));
      if (sort == Sort.FAVICON) {
        operation.expectedStatus();
      }
      var answer = perform(operation);
      try {
        if (kept == null || answer.status() != 304) {
          var fresh = cache.keep(request, cookies, answer, sort == Sort.FRAME);
          if (operation.isRedirect()) {
            return Revalidation.withoutAsking(operation.redirected(followed));
          }
          look(resource, operation, answer, fresh, document);
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
    if (kept.status() >= 400 && sort != Sort.FAVICON) {
      // Nothing is sent, but it is missing all the same.
      failed = true;
    }
    if (kept.status() == 200) {
      look.known(resource, address, kept, document);
    }
    return null;
  }

  /// What is kept of something that is looked into is of no use where nobody knows its content.
  private @Nullable Kept usable(Sort sort, Address address, @Nullable Kept kept) {
    if (kept == null || kept.next() != null || kept.status() != 200 || look.isKnown(sort, kept)) {
      return kept;
    }
    cache.forget(address);
    return null;
  }

  private void look(
      Resource resource,
      Operation operation,
      HttpAnswer answer,
      @Nullable Kept kept,
      DocumentLoad document)
      throws InterruptedException {
    if (!resource.sort().isLookedInto() || answer.status() != 200) {
      return;
    }
    try {
      var digest = look.into(resource, operation.address(), answer, document);
      if (kept != null && digest != null) {
        cache.learn(operation.address(), kept, digest);
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
  private RequestHead request(Resource resource) {
    var address = resource.address();
    var referrer = resource.referrer();
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
