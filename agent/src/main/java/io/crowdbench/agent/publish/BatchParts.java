package io.crowdbench.agent.publish;

import io.crowdbench.messages.sample.ErrorCount;
import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.Series;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Divides a second's batch into as many as it takes for each to fit into a message: brokers refuse
/// what is larger than a mebibyte.
public final class BatchParts {

  static final int MAX_BYTES = 900_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private BatchParts() {}

  /// Most are one part.
  public static List<SampleBatch> of(SampleBatch whole) {
    int size = JSON.writeValueAsBytes(whole).length;
    if (size <= MAX_BYTES) {
      return List.of(whole);
    }
    var parts = new ArrayList<SampleBatch>();
    var series = new ArrayList<Series>();
    var errors = new ArrayList<ErrorCount>();
    int own = JSON.writeValueAsBytes(whole.part(0, List.of(), List.of())).length;
    int filled = own;
    for (var each : whole.series()) {
      int more = JSON.writeValueAsBytes(each).length + 1;
      if (filled + more > MAX_BYTES && !series.isEmpty()) {
        parts.add(whole.part(parts.size(), List.copyOf(series), List.of()));
        series.clear();
        filled = own;
      }
      series.add(each);
      filled += more;
    }
    for (var each : whole.errors()) {
      int more = JSON.writeValueAsBytes(each).length + 1;
      if (filled + more > MAX_BYTES && !(series.isEmpty() && errors.isEmpty())) {
        parts.add(whole.part(parts.size(), List.copyOf(series), List.copyOf(errors)));
        series.clear();
        errors.clear();
        filled = own;
      }
      errors.add(each);
      filled += more;
    }
    parts.add(whole.part(parts.size(), List.copyOf(series), List.copyOf(errors)));
    return parts;
  }
}
