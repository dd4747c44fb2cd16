package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.messages.result.Latency;
import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.base.Figure;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.monitor.Point.Percentiles;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The numbers of a run: those of the last second while it has load, of the whole run afterwards,
/// and the totals.
final class Figures extends Div {

  private final Figure users = new Figure("users", "Users");
  private final Figure operationsRate = new Figure("operations-rate", "Operations/s");
  private final Figure transactionsRate = new Figure("transactions-rate", "Transactions/s");
  private final Figure p50 = new Figure("p50", "p50");
  private final Figure p99 = new Figure("p99", "p99");
  private final Figure operations = new Figure("operations-total", "Operations");
  private final Figure transactions = new Figure("transactions-total", "Transactions");
  private final Figure passed = new Figure("passed-total", "Passed").toned("good");
  private final Figure failed = new Figure("failed-total", "Failed").toned("bad");
  private final Figure incomplete = new Figure("incomplete-total", "Incomplete");

  Figures() {
    var now = new Div(users, operationsRate, transactionsRate, p50, p99);
    now.addClassNames("figures", "now");
    var totals = new Div(operations, transactions, passed, failed, incomplete);
    totals.addClassNames("figures", "totals");
    add(now, totals);
  }

  void showLive(Seconds seconds) {
    showTotals(seconds);
    label("", "");
    var last = seconds.last();
    users.show(last.map(point -> Format.number(point.users())).orElse(Format.NOTHING));
    operationsRate.show(last.map(point -> rate(point, point.operations())).orElse(Format.NOTHING));
    transactionsRate.show(
        last.map(point -> rate(point, point.transactions())).orElse(Format.NOTHING));
    showLatency(last.map(Point::latency).orElse(null));
  }

  /// @param latency of all operations of the run, as results-service worked it out
  void showEnded(Seconds seconds, @Nullable Latency latency) {
    showTotals(seconds);
    label(", at most", ", on average");
    var length = Math.max(1, seconds.length());
    users.show(Format.number(seconds.mostUsers()));
    operationsRate.show(Format.rate(count(seconds.operations()) / (double) length));
    transactionsRate.show(Format.rate(count(seconds.transactions()) / (double) length));
    showLatency(latency == null ? null : Percentiles.of(latency));
  }

  private void showTotals(Seconds seconds) {
    var all = seconds.operations();
    operations.show(Format.number(all.started()));
    transactions.show(Format.number(seconds.transactions().started()));
    passed.show(Format.number(all.passed()));
    failed.show(Format.number(all.failed()));
    incomplete.show(Format.number(all.incomplete()));
  }

  private void label(String level, String rate) {
    users.label("Users" + level);
    operationsRate.label("Operations/s" + rate);
    transactionsRate.label("Transactions/s" + rate);
    p50.label(rate.isEmpty() ? "p50 now" : "p50 of the run");
    p99.label(rate.isEmpty() ? "p99 now" : "p99 of the run");
  }

  private void showLatency(@Nullable Percentiles latency) {
    p50.show(micros(latency, Percentiles::p50));
    p99.show(micros(latency, Percentiles::p99));
  }

  private static String micros(@Nullable Percentiles latency, ToLongFunction<Percentiles> value) {
    return Optional.ofNullable(latency)
        .map(it -> Format.micros(value.applyAsLong(it)))
        .orElse(Format.NOTHING);
  }

  private static String rate(Point point, OutcomeCounts counts) {
    return Format.number(count(counts) / point.length());
  }

  private static long count(OutcomeCounts counts) {
    return counts.passed() + counts.failed();
  }
}
