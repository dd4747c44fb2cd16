package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;
import static io.crowdbench.messages.Required.map;
import static io.crowdbench.messages.Required.orElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crowdbench.messages.AddedLater;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.Spacing;
import java.util.List;
import java.util.Map;

/// One slave's part of a run.
///
/// @param bundlePath absolute path of the bundle's jar on the slave
/// @param target base address of the site under test; relative addresses in actions start here
/// @param seed seed of this slave's random numbers; the same seed gives the same choices
/// @param firstUserId index of the first line of users.txt that is this slave's own
/// @param userIds how many lines from there on are this slave's own
/// @param steps what this slave's users do, one after the other
/// @param drainMillis how long users may take to finish their transaction at the end
/// @param bounds what bounds this slave's load besides its steps
/// @param leads names of the actions whose set-up and tear-down of the whole run this slave does;
///   none on all slaves but the first
public record RunShare(
    String bundlePath,
    String target,
    long seed,
    int firstUserId,
    int userIds,
    List<ShareStep> steps,
    long drainMillis,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Bounds.None.class) Bounds bounds,
    @AddedLater List<String> leads) {

  public RunShare {
    field(bundlePath, "bundlePath");
    field(target, "target");
    steps = list(steps);
    bounds = orElse(bounds, Bounds.NONE);
    leads = list(leads);
  }

  /// A stretch of the run on one slave.
  ///
  /// @param millis how long it lasts; 0 if it holds
  /// @param users how many users do each action from its beginning on, or from the end of its ramp
  ///   on, by the action's name
  /// @param rampMillis how long rates take to get from those before to these
  /// @param ramps how users come or go one by one, for actions of which they do
  /// @param arrivals rates at which more users arrive, by the action's name
  /// @param atOnce users who arrive together at its beginning, by the action's name
  /// @param hold whether it lasts until the next step is asked for
  public record ShareStep(
      long millis,
      Map<String, Integer> users,
      @AddedLater long rampMillis,
      @AddedLater Map<String, UserRamp> ramps,
      @AddedLater Map<String, ShareArrivals> arrivals,
      @AddedLater Map<String, Integer> atOnce,
      @AddedLater boolean hold) {

    public ShareStep {
      users = map(users);
      ramps = map(ramps);
      arrivals = map(arrivals);
      atOnce = map(atOnce);
    }

    /// A step that only has users.
    public ShareStep(long millis, Map<String, Integer> users) {
      this(millis, users, 0, Map.of(), Map.of(), Map.of(), false);
    }
  }

  /// Users who come or go one by one, in turn with those of the other slaves.
  ///
  /// @param from how many there are at the step's beginning
  /// @param firstMillis after how much of the step the first one comes or goes
  /// @param everyMillis after how much more each of the others does, until there are as many as the
  ///   step says
  public record UserRamp(int from, double firstMillis, double everyMillis) {}

  /// Users who arrive at a rate.
  ///
  /// @param fromPerSecond this slave's rate at the step's beginning
  /// @param perSecond this slave's rate from the end of the ramp on
  /// @param phase for even spacing: at which part of the distance between two of this slave's users
  ///   one arrives, so that those of all slaves follow one another evenly; from 0 to below 1
  public record ShareArrivals(
      double fromPerSecond, double perSecond, Spacing spacing, double phase) {

    public ShareArrivals {
      spacing = orElse(spacing, Spacing.EVEN);
    }
  }
}
