package io.crowdbench.results.query;

import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.results.store.Lines.Name;
import io.crowdbench.results.store.Measurements.Wanted;
import io.crowdbench.results.store.SeriesKey;
import io.crowdbench.results.store.StoredRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which lines are asked for, as `KIND/action/name`; without any, all are.
record LineFilter(List<String> asked) {

  boolean shows(Name name) {
    return asked.isEmpty() || asked.contains(name.kind() + "/" + name.action() + "/" + name.name());
  }

  /// What has to be read for them: all of a kind for its line over all.
  Wanted reading(StoredRun run) {
    return asked.isEmpty() ? Wanted.ALL : number -> isRead(run.key(number));
  }

  private boolean isRead(@Nullable SeriesKey key) {
    return key != null
        && (asked.contains(key.kind() + "/" + key.action() + "/" + key.name())
            || asked.contains(overall(key)));
  }

  /// The line that it is counted in, too.
  private static String overall(SeriesKey key) {
    boolean resource = key.kind().equals(Kind.RESOURCE.name());
    var kind = resource ? Kind.RESOURCE.counted().name() : key.kind();
    return kind + "/" + SeriesLine.ALL + "/" + SeriesLine.ALL;
  }
}
