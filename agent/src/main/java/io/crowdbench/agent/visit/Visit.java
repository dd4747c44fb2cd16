package io.crowdbench.agent.visit;

import io.crowdbench.actions.Browsing;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.browser.Browser;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.Redirects;
import io.crowdbench.agent.http.RequestHead;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.operation.Operation;
import io.crowdbench.agent.operation.OperationNames;
import io.crowdbench.agent.operation.OperationScope;
import io.crowdbench.agent.operation.ReceivedResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A visit's way to its page, past what the browser has kept.
final class Visit {

  private final OperationScope user;
  private final Browser browser;
  private final Cache cache;
  private final Measured measured;
  private final Ending ending;
  private final Duration timeout;
  private final Browsing browsing;

  Visit(
      OperationScope user,
      Browser browser,
      Cache cache,
      Measured measured,
      Ending ending,
      Duration timeout,
      Browsing browsing) {
    this.user = user;
    this.browser = browser;
    this.cache = cache;
    this.measured = measured;
    this.ending = ending;
    this.timeout = timeout;
    this.browsing = browsing;
  }

  /// Gets the page, whose checks go on.
  ReceivedResponse page(RequestHead first, @Nullable String name, boolean follow) {
    var request = first;
    var called = name;
    for (int followed = 0; ; followed++) {
      var cookies = cookies(browser, request.address());
      var kept = request.method().equals("GET") ? cache.of(request, cookies) : null;
      var fresh = kept != null && kept.isFresh() ? kept : null;
      var operation =
          operation(called, fresh == null ? Revalidation.asking(request, kept) : request);
      var known = fresh;
      if (known == null) {
        var answer = user.perform(operation);
        if (kept == null || answer.status() != 304) {
          remember(request, cookies, answer);
          if (!follow || !operation.isRedirect()) {
            return new ReceivedResponse(operation, answer);
          }
          request = Revalidation.withoutAsking(operation.redirected(followed));
          called = OperationNames.hop(name, user.nameOf(request));
          continue;
        }
        known = cache.refresh(request.address(), kept, answer);
      } else {
        measured.trace().kept(request.address());
      }
      if (known.next() != null && follow && followed < Redirects.MAX) {
        request = Redirects.next(request, known.next(), known.status());
        called = OperationNames.hop(name, user.nameOf(request));
      } else if (known.page() == null) {
        // Kept as an image or such, without a body: it must be loaded after all.
        cache.forget(request.address());
      } else if (fresh == null) {
        return new ReceivedResponse(operation, known.page());
      } else {
        user.begin(operation);
        operation.answeredBy(known.page());
        return new ReceivedResponse(operation, known.page());
      }
    }
  }

  /// Loads what the page embeds.
  ///
  /// @param group the visit's
  /// @param fields what the author wanted to be sent along with the page
  /// @param wanted which of it
  /// @return true if all has come
  boolean embedded(String group, ReceivedResponse page, Fields fields, Predicate<String> wanted) {
    if (!Inside.isPage(page.header("Content-Type").orElse(""))) {
      return true;
    }
    try {
      var _ = page.content().text();
    } catch (IOException e) {
      // It can't be unpacked: a browser shows nothing.
      page.failed(String.valueOf(e.getMessage()));
      return true;
    }
    var load =
        new ResourceLoad(
            browser,
            cache,
            measured.brief(group),
            ending,
            timeout,
            Address.of(page.address()),
            fields,
            browsing,
            wanted);
    return load.all(page);
  }

  private Operation operation(@Nullable String name, RequestHead request) {
    return new Operation(name == null ? user.nameOf(request) : name, request, timeout, measured);
  }

  private void remember(RequestHead request, String cookies, HttpAnswer answer) {
    if (request.method().equals("GET")) {
      var _ = cache.keep(request, cookies, answer, true);
    } else {
      cache.forget(request.address());
    }
  }

  static String cookies(Browser browser, Address address) {
    return browser.cookieLine(address);
  }
}
