package io.crowdbench.benchmarks.scale;

import io.crowdbench.benchmarks.services.ServiceProcess;
import io.crowdbench.benchmarks.services.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A broker, a database and results-service, each in processes of its own.
final class Services implements AutoCloseable {

  private final Path folder;
  private final Surroundings surroundings;
  private final ServiceProcess results;

  Services(Path home, Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    surroundings = new Surroundings(folder);
    results =
        ServiceProcess.start(
            home,
            "results-service",
            "io.crowdbench.results.ResultsService",
            surroundings,
            folder,
            List.of("-Xlog:gc:file=" + folder.resolve("gc.txt")));
  }

  /// Of results-service.
  String url() {
    return results.address().toString();
  }

  String brokers() {
    return surroundings.brokers();
  }

  ProcessHandle broker() {
    return surroundings.broker();
  }

  ProcessHandle results() {
    return results.handle();
  }

  List<ProcessHandle> postgres() throws IOException {
    return surroundings.postgres();
  }

  /// What results-service keeps, in bytes.
  long storedBytes() throws IOException {
    return surroundings.number(
        """
        select sum(pg_total_relation_size(c.oid)) from pg_class c
        where relnamespace = 'results'::regnamespace and relkind = 'r'
        """);
  }

  /// True once everything before that second is folded into larger blocks.
  boolean isFolded(int before) {
    try {
      return surroundings.number(
              "select count(*) from results.fold where not done and start + level <= " + before)
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// Megabytes of results-service's heap after each collection, in their order.
  List<Integer> heaps() throws IOException {
    try (var lines = Files.lines(folder.resolve("gc.txt"))) {
      return lines
          .filter(line -> line.contains("Pause") && line.contains("->"))
          .map(line -> line.replaceAll(".*->(\\d+)M.*", "$1"))
          .map(Integer::valueOf)
          .toList();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    results.close();
    surroundings.close();
  }
}
