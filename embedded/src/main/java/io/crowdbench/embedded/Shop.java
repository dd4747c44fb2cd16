package io.crowdbench.embedded;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What the shop answers to what is asked of it.
final class Shop {

  /// So many checkouts go well before one does not: a demo shows a grouped error.
  private static final int CHECKOUTS_TO_A_FAILURE = 50;

  private final Shelf shelf = new Shelf();
  private final AtomicLong checkouts = new AtomicLong();

  Page answer(String method, URI uri, String body) {
    var path = uri.getPath();
    var asked = method.equals("HEAD") ? "GET" : method;
    return switch (asked + " " + path) {
      case "GET /" -> Page.html("Welcome", shelf.list(shelf.all().limit(6)));
      case "GET /products" -> products(form(uri.getRawQuery()).getOrDefault("q", ""));
      case "POST /login" -> login(form(body).getOrDefault("user", ""));
      case "POST /cart" -> cart(form(body).getOrDefault("product", ""));
      case "POST /checkout" -> checkout();
      case "GET /logout" ->
          Page.html("Good-bye", "<p>You are logged out.</p>")
              .withCookie("session=; Path=/; Max-Age=0");
      default ->
          asked.equals("GET") && path.startsWith("/products/")
              ? product(path.substring("/products/".length()))
              : missing(path);
    };
  }

  private Page products(String wanted) {
    var found = shelf.all().filter(product -> product.matches(wanted)).limit(20);
    return Page.html("Products", "<p>" + Shelf.escape(wanted) + "</p>" + shelf.list(found));
  }

  private Page product(String id) {
    return shelf
        .find(id)
        .map(product -> Page.html(product.name(), product.description()))
        .orElseGet(() -> missing("/products/" + id));
  }

  private static Page login(String user) {
    if (user.isBlank()) {
      return Page.plain(400, "A login needs a user");
    }
    return Page.html("Hello", "<p>Logged in as " + Shelf.escape(user) + ".</p>")
        .withCookie("session=%08x; Path=/; HttpOnly".formatted(user.hashCode()));
  }

  private Page cart(String id) {
    return shelf
        .find(id)
        .map(product -> Page.html("Cart", "<p>" + product.name() + " is in your cart.</p>"))
        .orElseGet(() -> Page.plain(400, "There is no such product"));
  }

  private Page checkout() {
    if (checkouts.incrementAndGet() % CHECKOUTS_TO_A_FAILURE == 0) {
      return Page.plain(503, "The payment provider did not answer");
    }
    return Page.html("Thank you", "<p>Your order is on its way.</p>");
  }

  private static Page missing(String path) {
    return Page.html(404, "Not found", "<p>There is nothing at " + Shelf.escape(path) + ".</p>");
  }

  private static Map<String, String> form(@Nullable String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return Map.of();
    }
    var fields = new HashMap<String, String>();
    for (var field : encoded.split("&", -1)) {
      var at = field.indexOf('=');
      if (at > 0) {
        fields.put(decode(field.substring(0, at)), decode(field.substring(at + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
