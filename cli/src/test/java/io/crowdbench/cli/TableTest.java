package io.crowdbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

  private final StringWriter out = new StringWriter();

  @Test
  void columnsAreAsWideAsTheyNeedAndNumbersEndAtTheSamePlace() {
    var table = new Table("NAME", "COUNT", "P99");
    table.add("GET /", "1,024", "9.5 ms");
    table.add("POST /checkout", "7", "-");

    table.print(new PrintWriter(out), "none");

    assertThat(out.toString().lines())
        .containsExactly(
            "NAME            COUNT     P99",
            "GET /           1,024  9.5 ms",
            "POST /checkout      7       -");
  }

  @Test
  void saysWhatToDoWhereThereIsNothing() {
    new Table("NAME").print(new PrintWriter(out), "No runs yet.");

    assertThat(out.toString().strip()).isEqualTo("No runs yet.");
  }
}
