package io.crowdbench.actions;

import java.net.URL;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A request that is written before it is sent, in a [RequestSetup]. Each method changes it and
/// returns it.
///
/// Sent along unless set otherwise: `User-Agent: Crowdbench`, `Accept: */*`, and `Accept-Encoding:
/// gzip, deflate, br`; answers are unpacked where they are read.
public interface Request {

  /// Names the operation in results. Without it the name is the method and the path, with whatever
  /// looks like an id replaced: `GET /products/{id}`.
  Request as(String name);

  /// Sets a header field; one of that name, in any case of letters, is replaced.
  Request header(String name, String value);

  /// Adds a query parameter to the address, encoded.
  Request query(String name, String value);

  /// Adds a form field; the body is sent as `application/x-www-form-urlencoded`, or as
  /// `multipart/form-data` if there is a [#file] too.
  Request form(String name, String value);

  /// Adds a file to the form; the body is sent as `multipart/form-data`.
  ///
  /// @param field the name of the form's field
  /// @param fileName as the site sees it, such as `photo.png`
  /// @param contentType such as `image/png`
  Request file(String field, String fileName, String contentType, byte[] content);

  /// Sets the body, sent as UTF-8; it replaces a form.
  ///
  /// @param contentType such as `text/xml`
  Request body(String contentType, String text);

  /// Sets the body to a file of the bundle, which is sent piece by piece and never all in memory;
  /// it replaces a form: `body("application/zip", getClass().getResource("/big.zip"))`.
  ///
  /// @param contentType such as `application/zip`
  /// @param file as a class loader names it
  /// @throws IllegalArgumentException when it can't be read
  Request body(String contentType, @Nullable URL file);

  /// How much of the answer's body is kept for [Response#text()] and the like; 16 MB unless set, or
  /// a sixteenth of the runner's heap if that is less. A longer body is read to its end and
  /// counted, but none of it is kept, and asking for it says so.
  ///
  /// @param bytes as they come over the network, 0 or more
  /// @throws IllegalArgumentException when it is negative
  Request keep(int bytes);

  /// Sets the body to JSON text, sent as `application/json`.
  default Request json(String text) {
    return body("application/json", text);
  }

  /// Logs in with a token: `Authorization: Bearer …`.
  default Request bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /// Logs in with HTTP's basic login: `Authorization: Basic …`, of both in UTF-8.
  Request basic(String user, String password);

  /// Whether to go where a 301, 302, 303, 307 or 308 answer points to, as a browser does; yes by
  /// default.
  ///
  /// Each request on the way is an operation of its own: the first has the name given here, the
  /// others that and their own, such as `login → GET /start`. After 303, and after a POST answered
  /// with 301 or 302, the next is a GET without a body; otherwise method and body stay.
  /// `Authorization` and a `Cookie` header given here are not carried on to another host. More than
  /// 10 in a row fail the last one.
  Request followRedirects(boolean follow);

  /// How long the whole exchange may take, for each request on the way; 30 seconds by default.
  Request timeout(Duration time);

  /// Of what the page embeds, loads only some, such as what is on hosts of one's own: `r ->
  /// r.embedding(address -> address.startsWith("https://shop.example.com/"))`. For
  /// [User#visit(String, RequestSetup)] only.
  ///
  /// @param wanted told the whole address of each resource; called by several threads
  Request embedding(Predicate<String> wanted);

  /// Throws nothing where no whole, valid answer comes: the [Response] then has the status 0 and
  /// says in [Response#failure()] what came instead. The operation has failed all the same. Not for
  /// WebSockets and streams of events.
  Request mayFail();
}
