package io.crowdbench.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdbenchTest {

  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo", "try", "up", "down", "status", "slaves", "bundles", "plans", "runs", "help"
      })
  void eachCommandSaysHowItIsUsed(String command) {
    var code =
        LocalCrowdbench.commandLine().setOut(new PrintWriter(out, true)).execute(command, "--help");
    assertThat(code).isZero();
    assertThat(out.toString()).contains("crowdbench " + command, "--help");
  }
}
