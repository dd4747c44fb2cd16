package io.crowdbench.ui.slaves.remedy;

import static io.crowdbench.ui.slaves.FakeSlaves.slave;
import static io.crowdbench.ui.slaves.FakeSlaves.withNewKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.provisioning.SlaveStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {

  @ParameterizedTest
  @CsvSource({
    "REGISTERED, [DEPLOY]",
    "STOPPED, [DEPLOY]",
    "LOST, [START_AGAIN]",
    "UNUSABLE, '[DEPLOY_AGAIN, EDIT]'",
    "INSTALLING, []",
    "READY, []"
  })
  void eachStageHasItsOwn(SlaveStage stage, String remedies) {
    assertThat(Remedy.of(slave("lab-1", stage))).hasToString(remedies);
  }

  @Test
  void aChangedKeyComesBeforeAllElse() {
    assertThat(Remedy.of(withNewKey("lab-1"))).containsExactly(Remedy.ACCEPT_KEY, Remedy.EDIT);
  }
}
