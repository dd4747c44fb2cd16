package io.crowdbench.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.result.Folded;
import io.crowdbench.messages.result.SeriesLine;
import io.crowdbench.messages.sample.Kind;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTest {

  private static final List<SeriesLine> LINES =
      List.of(
          line(Kind.OPERATION, "Buy", "GET /"),
          line(Kind.GROUP, "Buy", "visit GET /"),
          line(Kind.GROUP, "Buy", "visit a > b"),
          line(Kind.RESOURCE, "Buy", "visit GET / > GET /a.png"),
          line(Kind.RESOURCE, "Buy", "visit GET / > GET /b.png"),
          line(Kind.RESOURCE, "Buy", "visit a > b > GET /b.png"),
          line(Kind.RESOURCE, "Web", "visit GET / > GET /a.png"));

  @Test
  void putsTheResourcesOfEachVisitInOneLineBehindIt() {
    assertThat(Folded.lines(LINES))
        .extracting(line -> line.action() + " " + line.name() + " " + line.counts().passed())
        .containsExactly(
            "Buy GET / 2",
            "Buy visit GET / 2",
            "Buy visit GET / > 2 resources 4",
            "Buy visit a > b 2",
            "Buy visit a > b > 1 resource 2",
            "Web visit GET / > 1 resource 2");
  }

  @Test
  void unfoldsThemInTheSamePlaces() {
    assertThat(Folded.unfolded(LINES))
        .extracting(SeriesLine::name)
        .containsExactly(
            "GET /",
            "visit GET /",
            "visit GET / > GET /a.png",
            "visit GET / > GET /b.png",
            "visit a > b",
            "visit a > b > GET /b.png",
            "visit GET / > GET /a.png");
    assertThat(Folded.unfolded(LINES)).hasSameElementsAs(LINES);
  }

  private static SeriesLine line(Kind kind, String action, String name) {
    return new SeriesLine(kind, action, name, new OutcomeCounts(2, 1, 0), 3, 4, null, null);
  }
}
