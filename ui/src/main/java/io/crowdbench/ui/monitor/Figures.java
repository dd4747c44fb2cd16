package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.messages.result.Latency;
import io.crowdbench.ui.base.Figure;
import io.crowdbench.ui.base.Words;
import org.jspecify.annotations.Nullable;

/// The numbers of a run: the last second's, and the totals.
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

  /// @param live false once the run has ended: then there is no rate any more
  void show(Seconds seconds, boolean live) {
    var all = seconds.operations();
    operations.show(Words.number(all.started()));
    transactions.show(Words.number(seconds.transactions().started()));
    passed.show(Words.number(all.passed()));
    failed.show(Words.number(all.failed()));
    incomplete.show(Words.number(all.incomplete()));
    var last = live ? seconds.last().orElse(null) : null;
    users.show(last == null ? Words.NOTHING : Words.number(last.users()));
    operationsRate.show(
        last == null
            ? Words.NOTHING
            : Words.number(last.operations().passed() + last.operations().failed()));
    transactionsRate.show(
        last == null
            ? Words.NOTHING
            : Words.number(last.transactions().passed() + last.transactions().failed()));
    latency(last == null ? null : last.latency());
  }

  private void latency(@Nullable Latency latency) {
    p50.show(latency == null ? Words.NOTHING : Words.micros(latency.p50()));
    p99.show(latency == null ? Words.NOTHING : Words.micros(latency.p99()));
  }
}
