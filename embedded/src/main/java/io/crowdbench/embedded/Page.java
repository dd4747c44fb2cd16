package io.crowdbench.embedded;

import java.util.Map;

/// One answer of the shop.
record Page(int status, String text, Map<String, String> headers) {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String PLAIN = "text/plain; charset=utf-8";

  static Page html(String title, String body) {
    return html(200, title, body);
  }

  static Page html(int status, String title, String body) {
    var text =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%s</title></head>
        <body>
        <header><a href="/">The Crowd's Shop</a> <a href="/products">Products</a> <a href="/logout">Log out</a></header>
        <h1>%s</h1>
        %s
        <footer>%s</footer>
        </body>
        </html>
        """
            .formatted(title, title, body, SMALL_PRINT);
    return new Page(status, text, Map.of("Content-Type", HTML));
  }

  static Page plain(int status, String text) {
    return new Page(status, text, Map.of("Content-Type", PLAIN));
  }

  Page withCookie(String cookie) {
    return new Page(status, text, Map.of("Content-Type", HTML, "Set-Cookie", cookie));
  }

  /// Brings the smallest page to the kilobyte or so that real ones have at least.
  private static final String SMALL_PRINT =
      "Nothing here is for sale, and nothing here was ever in stock. ".repeat(12).strip();
}
