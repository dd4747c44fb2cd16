package io.crowdbench.results.store;

import io.crowdbench.results.histogram.Counts;
import io.crowdbench.results.histogram.Input;
import io.crowdbench.results.histogram.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was measured in some time by some slaves, added up, and how it is written down: how many
/// slaves, the users of each action, then each series under its number in the run's dictionary.
///
/// The same bytes are a slave's second, a part of a second, a second of all slaves, and a block of
/// several.
public final class Measurements {

  private static final byte VERSION = 1;

  private int slaves;
  private final TreeMap<Integer, UserCount> users = new TreeMap<>();
  private final List<@Nullable Series> series = new ArrayList<>();
  private final Output scratch = new Output();

  /// Users of one action.
  public record UserCount(int active, int inFlight) {

    UserCount plus(UserCount other) {
      return new UserCount(active + other.active, inFlight + other.inFlight);
    }

    UserCount most(UserCount other) {
      return new UserCount(Math.max(active, other.active), Math.max(inFlight, other.inFlight));
    }
  }

  /// One series of it.
  public static final class Series {
    long count;
    long sent;
    long received;
    final Counts latency = new Counts();
    final Counts intended = new Counts();

    public void add(long count, long sent, long received) {
      this.count += count;
      this.sent += sent;
      this.received += received;
    }

    public Counts latency() {
      return latency;
    }

    public Counts intended() {
      return intended;
    }

    private void addFrom(Input in) {
      add(in.number(), in.number(), in.number());
      latency.addFrom(in);
      intended.addFrom(in);
    }
  }

  public int slaves() {
    return slaves;
  }

  public SortedMap<Integer, UserCount> users() {
    return users;
  }

  /// Those that there is anything of, by their numbers.
  public SortedMap<Integer, Series> all() {
    var all = new TreeMap<Integer, Series>();
    for (int number = 0; number < series.size(); number++) {
      var one = series.get(number);
      if (one != null && one.count > 0) {
        all.put(number, one);
      }
    }
    return all;
  }

  public Series series(int number) {
    while (series.size() <= number) {
      series.add(null);
    }
    var known = series.get(number);
    if (known == null) {
      known = new Series();
      series.set(number, known);
    }
    return known;
  }

  public void addSlaves(int more) {
    slaves += more;
  }

  public void addUsers(int action, UserCount more) {
    users.merge(action, more, UserCount::plus);
  }

  /// Adds what happened at the same time elsewhere: users come together.
  public void addBeside(byte[] body) {
    add(body, Wanted.ALL, false);
  }

  /// Adds what happened at another time: of users and slaves there were as many as at most.
  public void addAfter(byte[] body, Wanted wanted) {
    add(body, wanted, true);
  }

  /// Which series are of interest; those that are not are skipped unread.
  public interface Wanted {
    Wanted ALL = _ -> true;

    boolean is(int series);
  }

  private void add(byte[] body, Wanted wanted, boolean atAnotherTime) {
    var in = new Input(Pressed.open(body));
    in.skip(1);
    int here = in.integer();
    slaves = atAnotherTime ? Math.max(slaves, here) : slaves + here;
    for (int left = in.integer(); left > 0; left--) {
      int action = in.integer();
      var count = new UserCount((int) in.signed(), (int) in.signed());
      users.merge(action, count, atAnotherTime ? UserCount::most : UserCount::plus);
    }
    for (int left = in.integer(); left > 0; left--) {
      int number = in.integer();
      int length = in.integer();
      if (wanted.is(number)) {
        series(number).addFrom(in);
      } else {
        in.skip(length);
      }
    }
  }

  public byte[] toBytes() {
    var out = new Output();
    var all = all();
    head(out, slaves, users, all.size());
    all.forEach((number, one) -> {
      scratch.clear();
      scratch.number(one.count);
      scratch.number(one.sent);
      scratch.number(one.received);
      one.latency.writeTo(scratch);
      one.intended.writeTo(scratch);
      out.number(number);
      out.number(scratch.length());
      out.append(scratch);
    });
    return Pressed.press(out.toBytes());
  }

  /// What stands before the series.
  public static void head(
      Output out, int slaves, SortedMap<Integer, UserCount> users, int numberOfSeries) {
    out.number(VERSION);
    out.number(slaves);
    out.number(users.size());
    users.forEach((action, count) -> {
      out.number(action);
      out.signed(count.active());
      out.signed(count.inFlight());
    });
    out.number(numberOfSeries);
  }

  /// The users in a row, without the rest of it.
  public static SortedMap<Integer, UserCount> usersOf(byte[] body) {
    var only = new Measurements();
    only.add(body, _ -> false, false);
    return only.users;
  }

  public void clear() {
    slaves = 0;
    users.clear();
    for (var one : series) {
      if (one != null && one.count > 0) {
        one.count = 0;
        one.sent = 0;
        one.received = 0;
        one.latency.clear();
        one.intended.clear();
      }
    }
  }
}
