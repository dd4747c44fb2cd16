package io.crowdbench.ui.slaves;

import static io.crowdbench.ui.slaves.FakeSlaves.slave;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.messages.provisioning.SlaveChanged;
import io.crowdbench.messages.provisioning.SlaveRemoved;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.provisioning.SlaveState;
import io.crowdbench.ui.base.Notice;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.slaves")
class SlavesViewTest extends PageTest {

  private static final int ADDRESS = 1;
  private static final int CPU = 3;
  private static final int CLOCK = 4;
  private final Feed feed = new Feed();

  @AfterEach
  void stop() {
    feed.destroy();
  }

  @SuppressWarnings("unchecked")
  private Grid<SlaveRow> open(Slaves slaves) {
    var view = new SlavesView(slaves, feed);
    UI.getCurrent().add(view);
    return $(Grid.class, view).single();
  }

  @Test
  void slavesStandByName() {
    var grid =
        open(FakeSlaves.of(slave("lab-2", SlaveStage.READY), slave("lab-1", SlaveStage.UNUSABLE)));

    assertThat(test(grid).size()).isEqualTo(2);
    assertThat(test(grid).getCellText(0, ADDRESS)).isEqualTo("lab-1.test:22");
    assertThat(test(grid).getCellText(1, CPU)).isEqualTo("–");
  }

  @Test
  void heartbeatsAndEventsComeInLive() {
    var grid =
        open(FakeSlaves.of(slave("lab-1", SlaveStage.STARTING), slave("lab-2", SlaveStage.READY)));
    var state = new SlaveState("lab-1", "lab-1", "lab-1.test", 22, SlaveStage.READY, 1, List.of());
    var gone = new SlaveState("lab-2", "lab-2", "lab-2.test", 22, SlaveStage.READY, 1, List.of());
    feed.receive(new SlaveChanged(Message.SCHEMA, Instant.EPOCH, state));
    feed.receive(new SlaveRemoved(Message.SCHEMA, Instant.EPOCH, gone));
    feed.receive(
        new AgentHeartbeat(
            Message.SCHEMA, Instant.EPOCH, "lab-1", 1, -0.34, 1.2, 0.17, 1_000_000, null));

    eventually(() -> {
      assertThat(test(grid).size()).isOne();
      assertThat(test(grid).getCellText(0, CPU)).isEqualTo("17 %");
      assertThat(test(grid).getCellText(0, CLOCK)).isEqualTo("-0.3 ms ± 1.2 ms");
    });
  }

  @Test
  void anAbsentProvisionerIsSaidInASentence() {
    open(FakeSlaves.away());

    assertThat($(Notice.class).single().getElement().getTextRecursively())
        .isEqualTo("Could not ask provisioner-service.");
  }
}
