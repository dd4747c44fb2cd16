package io.crowdbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.runs.testing.OtherSide;
import io.crowdbench.runs.testing.RunningService;
import io.crowdbench.runs.testing.Statements;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of runs over real PostgreSQL: one run that holds its slave, one that waits for it, and a
/// hundred old ones of a thousand slaves each.
class RunListIT {

  private static final String OLD_RUNS =
      """
      insert into run (id, version, plan_id, content, words, state, reason, created_at, state_since)
      select 'old-' || n, 0, plan_id,
        jsonb_set(content::jsonb, '{plan,slaves}', (
          select jsonb_agg(jsonb_build_object('id', 's-' || i, 'name', 's-' || i) order by i)
          from generate_series(1, 1000) i))::text,
        words, 'COMPLETED', 'All steps were done.', created_at - n * interval '1 hour', created_at
      from (select * from run limit 1) one, generate_series(1, 100) n;
      insert into member (run, position, slave, name, epoch, state)
      select 'old-' || n, i - 1, 's-' || i, 's-' || i, 1, 'FINISHED'
      from generate_series(1, 100) n, generate_series(1, 1000) i;
      """;

  @TempDir private static Path folder;

  private static RunningService service;
  private static OtherSide others;
  private static String first = "";
  private static String second = "";

  @BeforeAll
  static void start() throws IOException, SQLException {
    service = RunningService.start(folder);
    others = new OtherSide(service.brokers());
    others.uploadBundle("hash-1", List.of("Browse"), 20);
    others.readySlave("lab-1");
    var plan =
        Map.of(
            "name", "small",
            "bundle", "hash-1",
            "target", "http://127.0.0.1:1",
            "slaves", List.of("lab-1"),
            "steps", List.of(Map.of("seconds", 1, "users", Map.of("Browse", 1))));
    service.awaitPlanPossible(plan);
    var id = service.post("/api/plans", plan).text("id");
    first = service.post("/api/plans/" + id + "/runs").text("id");
    second = service.post("/api/plans/" + id + "/runs").text("id");
    service.execute(OLD_RUNS);
  }

  @AfterAll
  static void stop() throws IOException {
    others.close();
    service.close();
  }

  @Test
  void answersTheNewestHundredAndWhereTheNextBegin() {
    var newest = service.get("/api/runs");

    assertThat(newest.texts("id")).hasSize(100).startsWith(second, first, "old-1");
    assertThat(newest.total()).isEqualTo("102");
    assertThat(newest.next()).isEqualTo("/api/runs?after=old-98");
    var rest = service.get("/api/runs?after=old-98");
    assertThat(rest.texts("id")).containsExactly("old-99", "old-100");
    assertThat(rest.next()).isNull();
  }

  @Test
  void itsPartsTogetherAreTheWholeList() {
    var all = new ArrayList<String>();
    for (var path = "/api/runs?limit=7&state=completed,preparing"; path != null; ) {
      var part = service.get(path);
      assertThat(part.total()).isEqualTo("101");
      all.addAll(part.texts("id"));
      path = part.next();
    }

    assertThat(all).hasSize(101).doesNotHaveDuplicates().startsWith(first).doesNotContain(second);
  }

  @Test
  void aLineNamesTheFirstOfItsSlavesAndSaysHowMany() {
    var line = service.get("/api/runs?limit=1&after=" + first).body();

    assertThat(line)
        .contains("\"name\":\"small\"", "\"slaveCount\":1000", "[\"s-1\",\"s-2\",\"s-3\"]")
        .doesNotContain("s-4");
  }

  @Test
  void aHundredRunsOfAThousandSlavesTakeTwoStatements() {
    try (var statements = new Statements()) {
      assertThat(service.get("/api/runs?limit=100").texts("id")).hasSize(100);

      assertThat(statements.executed()).hasSize(2);
    }
  }

  @Test
  void saysEverythingThatIsWrongWithAList() {
    var answer = service.get("/api/runs?limit=0&after=none&state=gone,running");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problems())
        .containsExactly(
            "There is no state \"gone\". A run is QUEUED, PREPARING, RUNNING, DRAINING, COMPLETED, ABORTED, CANCELLED, FAILED.",
            "There is no run none for the list to go on after.",
            "The limit is \"0\". It must be a number from 1 to 1,000.");
    assertThat(service.get("/api/runs?limit=ten").problems())
        .containsExactly("The limit is \"ten\". It must be a number from 1 to 1,000.");
  }
}
