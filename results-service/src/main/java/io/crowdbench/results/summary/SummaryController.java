package io.crowdbench.results.summary;

import io.crowdbench.messages.result.Result;
import io.crowdbench.results.rollup.RunTotals;
import io.crowdbench.results.run.RunCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The whole run: exact percentiles per action and operation.
@RestController
class SummaryController {

  private final RunTotals totals;
  private final RunCheck check;
  private final JdbcClient database;

  SummaryController(RunTotals totals, RunCheck check, JdbcClient database) {
    this.totals = totals;
    this.check = check;
    this.database = database;
  }

  @GetMapping("/api/results/{run}/summary")
  Summary summary(
      @PathVariable String run, @RequestParam(defaultValue = Result.ALL_SLAVES) String slave) {
    check.slave(run, slave);
    return new Summary(run, slave, seconds(run, slave), totals.lines(run, slave));
  }

  private int seconds(String run, String slave) {
    return database
        .sql(
            """
            select coalesce(max(second) + 1, 0) from merged_second
            where run = :run and slave = :slave
            """)
        .param("run", run)
        .param("slave", slave)
        .query(Integer.class)
        .single();
  }
}
