package io.crowdbench.agent.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.agent.address.Address;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunScopeTest {

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a.csv", "id\tname\n1\ttea\n2\t\n3\tmilk\n", "b.csv", "word\nx\n"));

  private final RunScope scope =
      new RunScope(
          Address.of("http://shop/"),
          new TableFiles() {
            @Override
            public Set<String> names() {
              return FILES.keySet();
            }

            @Override
            public String text(String name) throws IOException {
              if (name.startsWith("b")) {
                throw new IOException("disk full");
              }
              return FILES.getOrDefault(name, "");
            }
          },
          7);

  @Test
  void goesThroughATableFromItsPlaceForAllUsersTogether() {
    var one = scope.table("a.csv").of(new SplittableRandom(1));
    var other = scope.table("a.csv").of(new SplittableRandom(2));

    assertThat(Stream.of(one, other, one, other).map(t -> t.next().value("id")))
        .containsExactly("2", "3", "1", "2");
    assertThat(one.row(1).value("name")).isEmpty();
    assertThat(one.size()).isEqualTo(3);
  }

  @Test
  void drawsRowsAsTheUserDraws() {
    var drawn =
        Stream.generate(() -> scope.table("a.csv").of(new SplittableRandom(5)))
            .limit(2)
            .map(table ->
                Stream.generate(() -> table.random().value("id"))
                    .limit(50)
                    .collect(Collectors.joining()))
            .toList();

    assertThat(drawn.getFirst()).isEqualTo(drawn.getLast()).contains("1", "2", "3");
  }

  @Test
  void tellsWhatIsNotThere() {
    var table = scope.table("a.csv").of(new SplittableRandom(1));

    assertThatThrownBy(() -> scope.table("c.csv"))
        .hasMessage(
            "There is no table c.csv in the bundle; it has a.csv, b.csv. Upload the file beside the action.");
    assertThatThrownBy(() -> table.next().value("price"))
        .hasMessage("a.csv has no column \"price\"; it has id, name.");
    assertThatThrownBy(() -> scope.table("b.csv")).hasMessageContaining("disk full");
  }

  @Test
  void loadsOnceWhatUsersShare() throws Exception {
    var loads = new AtomicInteger();
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          Stream.generate(() ->
                  threads.submit(() -> {
                    go.await();
                    return scope.shared().of("x", () -> "loaded " + loads.incrementAndGet());
                  }))
              .limit(100)
              .toList();
      go.countDown();
      for (var each : all) {
        assertThat(each.get()).isEqualTo("loaded 1");
      }
    }
  }

  @Test
  void loadsAnewWhatCouldNotBeLoaded() throws IOException {
    assertThatThrownBy(() ->
            scope
                .shared()
                .of(
                    "x",
                    () -> {
                      throw new IOException("not there");
                    }))
        .isInstanceOf(IOException.class);
    String again = scope.shared().of("x", () -> "there");

    assertThat(again).isEqualTo("there");
  }
}
