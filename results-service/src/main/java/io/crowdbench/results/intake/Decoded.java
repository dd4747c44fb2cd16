package io.crowdbench.results.intake;

import io.crowdbench.messages.sample.SampleBatch;
import io.crowdbench.messages.sample.Series;
import io.crowdbench.results.histogram.Buckets;
import io.crowdbench.results.histogram.Output;
import io.crowdbench.results.histogram.Unreadable;
import io.crowdbench.results.histogram.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The histograms of one record at a time. All of them are read before anything is added, so that a
/// corrupt one leaves its whole record out.
final class Decoded {

  private final Wire wire = new Wire();
  private final List<Buckets> latencies = new ArrayList<>();
  private final List<Buckets> intended = new ArrayList<>();
  private final Output scratch = new Output();

  /// @throws Unreadable if one is none
  void read(SampleBatch batch) {
    for (int i = 0; i < batch.series().size(); i++) {
      if (i == latencies.size()) {
        latencies.add(new Buckets());
        intended.add(new Buckets());
      }
      var series = batch.series().get(i);
      read(series.latency(), latencies.get(i));
      read(series.intendedLatency(), intended.get(i));
    }
  }

  private void read(@Nullable String text, Buckets into) {
    if (text == null) {
      into.clear();
    } else {
      wire.read(text, into);
    }
  }

  Buckets latency(int series) {
    return latencies.get(series);
  }

  Buckets intended(int series) {
    return intended.get(series);
  }

  /// As [io.crowdbench.results.store.Measurements] reads it.
  void write(int index, int number, Series series, Output out) {
    scratch.clear();
    scratch.number(series.count());
    scratch.number(series.bytesSent());
    scratch.number(series.bytesReceived());
    latencies.get(index).writeTo(scratch);
    intended.get(index).writeTo(scratch);
    out.number(number);
    out.number(scratch.length());
    out.append(scratch);
  }
}
