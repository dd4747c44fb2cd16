package io.crowdbench.agent.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintedTest {

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream printed = new PrintStream(new Printed(new PrintStream(log)), true);

  @Test
  void isLogged() {
    printed.println("a cart");
    printed.print('x');

    assertThat(text()).isEqualTo("a cart" + System.lineSeparator() + "x");
  }

  @Test
  void endsSomewhere() {
    var line = "x".repeat(999);
    for (int i = 0; i < 2 * Printed.MAX / line.length(); i++) {
      printed.println(line);
    }

    assertThat(log.size()).isBetween(Printed.MAX, Printed.MAX + 100);
    assertThat(text()).endsWith("(10,000,000 bytes were printed; the rest is left out)\n");
  }

  private String text() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
