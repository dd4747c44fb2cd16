package io.crowdbench.results.rollup;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.result.Result;
import io.crowdbench.messages.result.SecondMerged;
import io.crowdbench.messages.sample.ActionUsers;
import io.crowdbench.results.rollup.UserRows.SlaveUsers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Makes a second of a run from everything stored of it.
@Component
class SecondMerge {

  private final Positions positions;
  private final SeriesRows series;
  private final UserRows users;
  private final Clock clock;

  SecondMerge(Positions positions, SeriesRows series, UserRows users, Clock clock) {
    this.positions = positions;
    this.series = series;
    this.users = users;
    this.clock = clock;
  }

  /// One message for all slaves and one for each slave that is asked for and has a record in the
  /// second; none when no slave has.
  List<SecondMerged> merge(String run, int second, Set<String> asked) {
    var present = positions.slaves(run, second);
    if (present.isEmpty()) {
      return List.of();
    }
    var all = new LineMerge();
    var single = new TreeMap<String, LineMerge>();
    present.stream().filter(asked::contains).forEach(slave -> single.put(slave, new LineMerge()));
    for (var row : series.of(run, second)) {
      all.add(row);
      single.computeIfPresent(
          row.slave(),
          (_, merge) -> {
            merge.add(row);
            return merge;
          });
    }
    var allUsers = users.of(run, second);
    var made = new ArrayList<SecondMerged>();
    made.add(second(run, second, Result.ALL_SLAVES, present.size(), sum(allUsers), all));
    single.forEach(
        (slave, merge) -> made.add(second(run, second, slave, 1, only(slave, allUsers), merge)));
    return made;
  }

  private SecondMerged second(
      String run, int second, String slave, int slaves, List<ActionUsers> users, LineMerge merge) {
    return new SecondMerged(
        Message.SCHEMA, clock.instant(), run, second, slave, slaves, users, merge.lines());
  }

  private static List<ActionUsers> only(String slave, List<SlaveUsers> users) {
    return users.stream()
        .filter(each -> each.slave().equals(slave))
        .map(SlaveUsers::users)
        .toList();
  }

  private static List<ActionUsers> sum(List<SlaveUsers> users) {
    Map<String, ActionUsers> byAction =
        users.stream()
            .map(SlaveUsers::users)
            .collect(
                Collectors.toMap(
                    ActionUsers::action, each -> each, SecondMerge::plus, TreeMap::new));
    return List.copyOf(byAction.values());
  }

  private static ActionUsers plus(ActionUsers one, ActionUsers other) {
    return new ActionUsers(
        one.action(), one.active() + other.active(), one.inFlight() + other.inFlight());
  }
}
