package io.crowdbench.agent.crowd;

import io.crowdbench.agent.crowd.VirtualUser.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The users who repeat one action until they are taken out. Called by one thread.
final class ClosedUsers {

  /// As many are looked at, besides a few for each to be taken out: looking at all of a hundred
  /// thousand users for each of them would cost more than it saves.
  private static final int LOOKED_AT = 1_000;

  private final ActionContext scene;
  private final int passes;
  private final Consumer<UserTask> start;
  private final List<VirtualUser> present = new ArrayList<>();

  /// @param passes how many each does at most
  /// @param start lets one live on a thread of its own
  ClosedUsers(ActionContext scene, int passes, Consumer<UserTask> start) {
    this.scene = scene;
    this.passes = passes;
    this.start = start;
  }

  /// Adds or takes out users. One that has done all its passes still counts: it is not replaced.
  void become(int count) {
    if (present.size() > count) {
      takeOut(present.size() - count);
    }
    while (present.size() < count) {
      var user = new VirtualUser(scene, passes);
      present.add(user);
      start.accept(user);
    }
  }

  /// Those first of whose passes least is lost, and of these the latest to come.
  private void takeOut(int count) {
    int least = Math.max(0, present.size() - Math.max(LOOKED_AT, 4 * count));
    int left = count;
    for (var moment : Moment.values()) {
      for (int i = present.size() - 1; i >= least && left > 0; i--) {
        if (moment == Moment.BUSY || present.get(i).moment() == moment) {
          present.get(i).leave();
          // Order does not matter much, but moving all those behind it would.
          present.set(i, present.getLast());
          present.removeLast();
          left--;
        }
      }
    }
  }

  void wake() {
    present.forEach(VirtualUser::wake);
  }

  boolean allGone() {
    return present.stream().allMatch(user -> user.moment() == Moment.GONE);
  }
}
