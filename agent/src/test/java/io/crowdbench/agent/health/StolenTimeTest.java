package io.crowdbench.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StolenTimeTest {

  @TempDir private Path folder;

  private Path statistics;

  @BeforeEach
  void nameTheFile() {
    statistics = folder.resolve("stat");
  }

  @Test
  void tellsWhatWasStolenSinceTheLastLook() throws IOException {
    write("cpu  1000 0 500 8000 100 0 50 200 7 7\ncpu0 1 2 3 4 5 6 7 8 9 10\n");
    var stolen = new StolenTime(statistics);

    write("cpu  1100 0 550 8000 100 0 50 250 9 9\n");
    assertThat(stolen.take()).isEqualTo(0.25);
    write("cpu  1200 0 650 8000 100 0 50 250 9 9\n");
    assertThat(stolen.take()).isZero();
  }

  @Test
  void tellsNothingWhereNoTimeHasPassed() throws IOException {
    write("cpu  1000 0 500 8000 100 0 50 200 0 0\n");

    assertThat(new StolenTime(statistics).take()).isNull();
  }

  @Test
  void tellsNothingWhereTheSystemDoesNot() throws IOException {
    var without = new StolenTime(statistics);
    assertThat(without.take()).isNull();

    write("cpu  1000 0 500 8000\n");
    assertThat(without.take()).isNull();
  }

  /// Linux from 2.6.11 on counts it, on any machine.
  @Test
  void readsWhatThisMachineTells() {
    var stolen = new StolenTime();
    Double share;
    do {
      share = stolen.take();
    } while (share == null && Files.exists(Path.of("/proc/stat")));

    assertThat(share).isBetween(0.0, 1.0);
  }

  private void write(String content) throws IOException {
    Files.writeString(statistics, content);
  }
}
