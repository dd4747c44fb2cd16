package io.crowdbench.actions;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The virtual user that does an action. Belongs to one virtual thread; not for use by others.
public interface User {

  /// The user's id: a line of `users.txt` that no other user has at the same time.
  String id();

  /// Sends a GET request and waits for the whole answer; redirects are followed.
  ///
  /// @param address absolute, or relative to the plan's target, such as `/products?q=tea`
  Response get(String address);

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

  /// Random numbers of this user's own, the same ones in each run with the same seed and plan.
  RandomGenerator random();

  /// Writes a line to the run's debug log. Lines beyond what the log takes are counted and dropped.
  void log(String line);
}
