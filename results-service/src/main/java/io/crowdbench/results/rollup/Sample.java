package io.crowdbench.results.rollup;

import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.SampleMessage;
import java.util.List;
import java.util.stream.Stream;

/// A message with its histograms decoded, which is when a corrupt one shows.
///
/// @param rows what it measured; none at the end of a stream
record Sample(SampleMessage message, List<SeriesRow> rows) {

  /// @throws Unreadable if it can never be stored
  static Sample of(SampleMessage message) {
    if ((message.run() + message.slave()).indexOf('\0') >= 0) {
      throw new Unreadable("the id of the run or of the slave has a character of code 0", null);
    }
    return switch (message) {
      case SampleBatch batch ->
          new Sample(
              batch,
              batch.series().stream().map(series -> SeriesRow.of(batch.slave(), series)).toList());
      default -> new Sample(message, List.of());
    };
  }

  Stream<Measured> measured() {
    return message instanceof SampleBatch batch
        ? Stream.of(new Measured(batch, rows))
        : Stream.empty();
  }

  /// A second's record that is not the end of its stream.
  record Measured(SampleBatch batch, List<SeriesRow> rows) {}
}
