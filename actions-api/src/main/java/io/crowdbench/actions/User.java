package io.crowdbench.actions;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The virtual user that does an action. Belongs to one virtual thread; not for use by others.
public interface User {

  /// The user's id: a line of `users.txt` that no other user has at the same time.
  String id();

  /// This user's value in a column of `users.txt`, which is then CSV: the first line names the
  /// columns, separated by commas, and the first column is the id. Empty where the line has none.
  ///
  /// @throws IllegalArgumentException when there is no such column
  String value(String column);

  /// The rows of a CSV file that was uploaded beside the actions: its first line names the columns.
  ///
  /// ```java
  /// var product = user.table("products.csv").random().value("id");
  /// ```
  ///
  /// @param file its name, such as `products.csv`
  /// @throws IllegalArgumentException when the bundle has none of that name
  Table table(String file);

  /// What all users of the run share on this slave. The first user who asks loads it; the others
  /// get the same object, and so only read it. What the loading throws is thrown to who loads; who
  /// asks next loads anew.
  ///
  /// ```java
  /// var prices = user.shared("prices", () -> user.get("/prices").text());
  /// ```
  ///
  /// @param name the same for the same thing, in all actions
  /// @param load gives what is never null, with the same type each time
  <T, E extends Exception> T shared(String name, Loading<T, E> load) throws E;

  /// From now on this user's TLS connections are made in that way; best called in
  /// [Action#begin(User)]. Connections there are are closed.
  ///
  /// @throws IllegalArgumentException when a certificate or key can't be used
  void tls(Tls wishes);

  /// From now on this user looks at pages with that; best called in [Action#begin(User)].
  void browsing(Browsing wishes);

  /// Sends a GET request and waits for the whole answer; redirects are followed.
  ///
  /// @param address absolute, or relative to the plan's target, such as `/products?q=tea`. It is
  ///   read as by browsers: spaces and letters beyond ASCII are encoded, `..` is taken out; a name
  ///   and password before its host log in
  /// @throws IllegalArgumentException when no browser would take it for an address
  /// @throws RequestFailed when there is no whole, valid answer, or it redirects without end
  default Response get(String address) {
    return request("GET", address);
  }

  /// The same with more to say: `user.get("/", r -> r.as("home").header("Accept-Language", "de"))`.
  default <E extends Exception> Response get(String address, RequestSetup<E> setup) throws E {
    return request("GET", address, setup);
  }

  /// Sends a GET and takes the whole answer in without keeping any of its body, however long it is.
  ///
  /// @throws RequestFailed when there is no whole, valid answer
  default Response download(String address) {
    return get(address, request -> request.keep(0));
  }

  /// Sends a POST request without a body, as [#get(String)] does a GET.
  default Response post(String address) {
    return request("POST", address);
  }

  /// Sends a POST request: `user.post("/cart", r -> r.form("product", "7"))`.
  default <E extends Exception> Response post(String address, RequestSetup<E> setup) throws E {
    return request("POST", address, setup);
  }

  /// Sends a PUT request without a body, as [#get(String)] does a GET.
  default Response put(String address) {
    return request("PUT", address);
  }

  /// Sends a PUT request: `user.put("/cart/7", r -> r.json("{\"count\": 2}"))`.
  default <E extends Exception> Response put(String address, RequestSetup<E> setup) throws E {
    return request("PUT", address, setup);
  }

  /// Sends a PATCH request without a body, as [#get(String)] does a GET.
  default Response patch(String address) {
    return request("PATCH", address);
  }

  /// Sends a PATCH request: `user.patch("/cart/7", r -> r.json("{\"count\": 2}"))`.
  default <E extends Exception> Response patch(String address, RequestSetup<E> setup) throws E {
    return request("PATCH", address, setup);
  }

  /// Sends a DELETE request, as [#get(String)] does a GET.
  default Response delete(String address) {
    return request("DELETE", address);
  }

  /// Sends a DELETE request: `user.delete("/cart/7", r -> r.as("remove"))`.
  default <E extends Exception> Response delete(String address, RequestSetup<E> setup) throws E {
    return request("DELETE", address, setup);
  }

  /// Sends a request of any method, as [#get(String)] does a GET.
  ///
  /// @param method such as `OPTIONS`
  default Response request(String method, String address) {
    return request(method, address, _ -> {});
  }

  /// Sends a request of any method: `user.request("OPTIONS", "/", r -> r.header("Origin", site))`.
  ///
  /// @param method such as `OPTIONS`
  <E extends Exception> Response request(String method, String address, RequestSetup<E> setup)
      throws E;

  /// Goes to a page as a browser does: loads it and then what it embeds, over at most six
  /// connections per host, and keeps what may be kept for the next time.
  ///
  /// Loaded is what Chromium loads before scripts do anything: what the page's elements name,
  /// frames with all of theirs, and of style sheets what they import and what they show on elements
  /// that are there, on a screen as of [#browsing(Browsing)]. Each is an operation of its own,
  /// named by its method and path; the whole visit is a group named `visit`, followed by the name
  /// of the page's operation. Nothing is sent for what the user's cache has and what is still
  /// fresh; what is not is asked for with its ETag or date. The cache is filled and read by visits
  /// alone.
  ///
  /// What the page embeds and does not come, or comes with a status of 400 or above, fails its own
  /// operation and the visit, but nothing is thrown: a browser shows the page anyway.
  ///
  /// @return the page, from the cache or not, for checks like any other
  /// @throws RequestFailed when the page itself does not come
  default Response visit(String address) {
    return visit(address, _ -> {});
  }

  /// The same with more to say: `user.visit("/", r -> r.as("home"))`. Headers are sent to the
  /// page's own site with what it embeds, too.
  <E extends Exception> Response visit(String address, RequestSetup<E> setup) throws E;

  /// Opens a WebSocket. Its handshake is an operation, named `WS` and the path.
  ///
  /// @param address of `ws`, `wss`, `http` or `https`, or relative to the plan's target
  /// @throws RequestFailed when the server does not open it
  default WebSocket webSocket(String address) {
    return webSocket(address, _ -> {});
  }

  /// The same with more to say, such as a header of its handshake, which has no body.
  <E extends Exception> WebSocket webSocket(String address, RequestSetup<E> setup) throws E;

  /// Opens a stream of events that the server sends. What it takes until the answer's headers have
  /// come is the operation. The stream is not opened again when it ends. It is asked for as it is,
  /// not packed; redirects are followed.
  ///
  /// @throws RequestFailed when the answer is no stream of events
  default EventStream events(String address) {
    return events(address, _ -> {});
  }

  /// The same with more to say.
  <E extends Exception> EventStream events(String address, RequestSetup<E> setup) throws E;

  /// From now on, until called anew: operations that have no name of the author's are named by
  /// these parameters of their query, too, where they have them: after `namedBy("do")` it is `GET
  /// /doku.php?do=search` beside `GET /doku.php?do=edit`. What looks like an id is replaced, and
  /// what is longer than 40 letters is cut. For parameters with few values: beyond 500 names all
  /// operations are counted together.
  ///
  /// @param parameters as they stand in the address, encoded
  void namedBy(String... parameters);

  /// Waits as a person does between two pages. Counts to the transaction's time, to no operation's.
  void think(Duration time);

  /// Waits a time drawn evenly between the two, both included.
  void think(Duration shortest, Duration longest);

  /// Waits a time from the normal distribution, never less than none.
  void thinkNormal(Duration mean, Duration deviation);

  /// Waits a time from the exponential distribution: mostly short, now and then several times the
  /// mean.
  void thinkExponential(Duration mean);

  /// From now on, until called anew: the next pass begins no earlier than that after this one began
  /// ([Action#begin(User)] counts to none, but may set it). A pass that takes longer is followed by
  /// the next at once. The wait is between the passes and counts to no transaction.
  void pace(Duration time);

  /// Measures steps that belong together as a group, beside their operations and the transaction:
  ///
  /// ```java
  /// user.group("checkout", () -> {
  ///   user.post("/cart", r -> r.form("product", "7")).expectStatus(200);
  ///   user.post("/checkout").expectStatus(200);
  /// });
  /// ```
  ///
  /// Its time includes the think times in it. It has failed if the steps throw, or if an operation
  /// in it has failed; either fails the pass as well. What the steps throw is thrown on. Groups may
  /// be within groups.
  <E extends Exception> void group(String name, Steps<E> steps) throws E;

  /// Ends this pass where it can't go on and nobody is to blame: `throw user.giveUp("no stock")`.
  /// The pass is incomplete, neither passed nor failed, and its time counts for nothing; results
  /// count how often, as `gave up: no stock`. It has failed all the same if an operation in it has.
  /// Groups around it are incomplete, too.
  ///
  /// In [Action#begin(User)] the user has not begun, and tries again a second later; in
  /// [Action#beginRun(User)] the run can't be set up.
  ///
  /// @param reason one of few, as for [#count(String, long)]
  /// @return never; it throws by itself, and `throw` before it is for the compiler
  RuntimeException giveUp(String reason);

  /// Adds to a counter of the author's own, such as `user.count("products seen", 12)`. Results show
  /// the sum per second and in all.
  ///
  /// @param name one of few: like the names of operations, those beyond 500 are counted together
  /// @param amount 0 or more
  /// @throws IllegalArgumentException when it is negative
  void count(String name, long amount);

  /// Records a time that the author has measured, such as from sending over a WebSocket to what
  /// came back. Results show its percentiles.
  ///
  /// @param name one of few, as for [#count(String, long)]
  /// @param time with a precision of microseconds; a negative one is recorded as none
  void time(String name, Duration time);

  /// Random numbers of this user's own, the same ones in each run with the same seed and plan.
  RandomGenerator random();

  /// Writes a line to the run's debug log. Lines beyond what the log takes are counted and dropped.
  void log(String line);
}
