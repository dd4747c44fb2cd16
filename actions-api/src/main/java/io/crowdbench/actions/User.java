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

  /// From now on this user's TLS connections are made in that way; best called in
  /// [Action#begin(User)]. Connections there are are closed.
  ///
  /// @throws IllegalArgumentException when a certificate or key can't be used
  void tls(Tls wishes);

  /// From now on this user looks at pages with that; best called in [Action#begin(User)].
  void browsing(Browsing wishes);

  /// Sends a GET request and waits for the whole answer; redirects are followed.
  ///
  /// @param address absolute, or relative to the plan's target, such as `/products?q=tea`
  Response get(String address);

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
    return request("GET", address).visit();
  }

  /// Opens a WebSocket. Its handshake is an operation, named `WS` and the path.
  ///
  /// @param address of `ws`, `wss`, `http` or `https`, or relative to the plan's target
  /// @throws RequestFailed when the server does not open it
  default WebSocket webSocket(String address) {
    return request("GET", address).webSocket();
  }

  /// Opens a stream of events that the server sends. What it takes until the answer's headers have
  /// come is the operation. The stream is not opened again when it ends.
  ///
  /// @throws RequestFailed when the answer is no stream of events
  default EventStream events(String address) {
    return request("GET", address).events();
  }

  /// Begins a request of any method; nothing is sent before [Request#send()].
  ///
  /// @param method such as `POST`
  /// @param address absolute, or relative to the plan's target
  Request request(String method, String address);

  /// Begins a POST request; nothing is sent before [Request#send()].
  default Request post(String address) {
    return request("POST", address);
  }

  /// Begins a PUT request; nothing is sent before [Request#send()].
  default Request put(String address) {
    return request("PUT", address);
  }

  /// Begins a PATCH request; nothing is sent before [Request#send()].
  default Request patch(String address) {
    return request("PATCH", address);
  }

  /// Begins a DELETE request; nothing is sent before [Request#send()].
  default Request delete(String address) {
    return request("DELETE", address);
  }

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
  ///   user.post("/cart").form("product", "7").send().expectStatus(200);
  ///   user.post("/checkout").send().expectStatus(200);
  /// });
  /// ```
  ///
  /// Its time includes the think times in it. It has failed if the steps throw, or if an operation
  /// in it has failed; either fails the pass as well. What the steps throw is thrown on. Groups may
  /// be within groups.
  <E extends Exception> void group(String name, Steps<E> steps) throws E;

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
