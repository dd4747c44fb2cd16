package io.crowdbench.benchmarks.streams;

import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.messages.sample.SampleBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// What some slaves measured in one second of a run, added up. State of Kafka Streams is bytes, so
/// it is written and read whole each time it is touched.
final class Sums {

  private record Key(Kind kind, String action, String name) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int kinds = kind.compareTo(other.kind);
      int actions = kinds == 0 ? action.compareTo(other.action) : kinds;
      return actions == 0 ? name.compareTo(other.name) : actions;
    }
  }

  private static final class Sum {
    private long count;
    private long sent;
    private long received;
    private final Histogram latency = new Histogram(3);
  }

  private final TreeMap<Key, Sum> all = new TreeMap<>();
  private int slaves;

  void add(SampleBatch batch) {
    slaves++;
    for (var series : batch.series()) {
      var sum = sum(new Key(series.kind(), series.action(), series.name()));
      sum.count += series.count();
      sum.sent += series.bytesSent();
      sum.received += series.bytesReceived();
      if (series.latency() != null) {
        var bytes = Base64.getDecoder().decode(series.latency());
        sum.latency.add(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0));
      }
    }
  }

  void add(Sums other) {
    slaves += other.slaves;
    other.all.forEach((key, more) -> {
      var sum = sum(key);
      sum.count += more.count;
      sum.sent += more.sent;
      sum.received += more.received;
      sum.latency.add(more.latency);
    });
  }

  private Sum sum(Key key) {
    return all.computeIfAbsent(key, _ -> new Sum());
  }

  int slaves() {
    return slaves;
  }

  List<SeriesLine> lines() {
    return all.entrySet().stream()
        .map(each -> {
          var sum = each.getValue();
          return new SeriesLine(
              each.getKey().kind(),
              each.getKey().action(),
              each.getKey().name(),
              new OutcomeCounts(sum.count, 0, 0),
              sum.sent,
              sum.received,
              latency(sum.latency),
              null);
        })
        .toList();
  }

  private static Latency latency(Histogram all) {
    return new Latency(
        all.getTotalCount(),
        all.getMean(),
        all.getMinValue(),
        all.getValueAtPercentile(50),
        all.getValueAtPercentile(90),
        all.getValueAtPercentile(95),
        all.getValueAtPercentile(99),
        all.getValueAtPercentile(99.9),
        all.getMaxValue());
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream(8_192);
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(slaves);
      out.writeInt(all.size());
      for (var each : all.entrySet()) {
        var key = each.getKey();
        var sum = each.getValue();
        out.writeByte(key.kind().ordinal());
        out.writeUTF(key.action());
        out.writeUTF(key.name());
        out.writeLong(sum.count);
        out.writeLong(sum.sent);
        out.writeLong(sum.received);
        var buffer = ByteBuffer.allocate(sum.latency.getNeededByteBufferCapacity());
        int length = sum.latency.encodeIntoByteBuffer(buffer);
        out.writeInt(length);
        out.write(buffer.array(), 0, length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Sums of(byte[] bytes) {
    var sums = new Sums();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      sums.slaves = in.readInt();
      for (int left = in.readInt(); left > 0; left--) {
        var sum = sums.sum(new Key(Kind.values()[in.readByte()], in.readUTF(), in.readUTF()));
        sum.count = in.readLong();
        sum.sent = in.readLong();
        sum.received = in.readLong();
        var histogram = in.readNBytes(in.readInt());
        sum.latency.add(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(histogram), 0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sums;
  }
}
