package io.crowdbench.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.Outcome;
import org.junit.jupiter.api.Test;

class LinesTest {

  private final StoredRun run = new StoredRun("r1", 1);
  private final Measurements measured = new Measurements();

  @Test
  void countsWhatVisitsLoadWithTheOperations() {
    put(1, Kind.OPERATION, "GET /", 3);
    put(2, Kind.RESOURCE, "visit GET / > GET /a.png", 5);
    put(3, Kind.GROUP, "visit GET /", 3);

    assertThat(Lines.of(run, measured).inShort())
        .extracting(line -> line.kind() + " " + line.name() + " " + line.counts().passed())
        .containsExactly(
            "OPERATION " + SeriesLine.ALL + " 8",
            "TRANSACTION " + SeriesLine.ALL + " 0",
            "OPERATION GET / 3",
            "GROUP visit GET / 3",
            "RESOURCE visit GET / > GET /a.png 5");
  }

  private void put(int number, Kind kind, String name, long count) {
    run.addSeries(number, SeriesKey.of(kind, "Buy", name, Outcome.PASSED));
    measured.series(number).add(count, 0, 0);
  }
}
