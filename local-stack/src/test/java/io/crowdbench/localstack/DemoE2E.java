package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.localstack.demo.Demo;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main job, from slaves that nobody knows to numbers that add up.
@ExtendWith(SharedStack.class)
class DemoE2E {

  @Test
  void countsTheSameInResultsRunnersAndSite(LocalStack stack) throws Exception {
    var out = new StringWriter();

    var holds = new Demo(SharedStack.demo(stack.settings(), 4), new PrintWriter(out)).run();

    assertThat(holds).as(out.toString()).isTrue();
    assertThat(out.toString())
        .contains("24 users start running Browse, 8 users start running Buy")
        .contains("GET /products/{id}")
        .contains("All three agree")
        .contains(stack.settings().url() + "/runs/");
  }

  @Test
  void findsTheStackThatRunsInAFolder(LocalStack stack) {
    assertThat(StackFile.running(stack.settings().data()))
        .hasValueSatisfying(
            running -> assertThat(running.pid()).isEqualTo(ProcessHandle.current().pid()));
  }

  @Test
  void namesEveryPortThatIsTaken(LocalStack stack) {
    assertThatThrownBy(() -> TakenPorts.refuse(stack.settings()))
        .isInstanceOf(StackFailed.class)
        .hasMessageContaining(stack.settings().port() + ", ")
        .hasMessageContaining("choose another port with --port");
  }
}
