package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;
import static io.crowdbench.messages.Required.map;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leads) {

  public RunShare {
    field(bundlePath, "bundlePath");
    field(target, "target");
    steps = list(steps);
    leads = list(leads);
  }

  /// A stretch of the run on one slave.
  ///
  /// @param millis how long it lasts
  /// @param users how many users do each action from its beginning on, by the action's name
  public record ShareStep(long millis, Map<String, Integer> users) {

    public ShareStep {
      users = map(users);
    }
  }
}
