package io.crowdbench.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import io.crowdbench.api.PartHealth;
import io.crowdbench.ui.base.PageTest;
import io.crowdbench.ui.feed.Feed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.crowdbench.ui.base")
class HealthNoticeTest extends PageTest {

  private final Feed feed = new Feed();
  private final Switch broker = new Switch();
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final InstantSource time = () -> now;
  private final HealthWatch watch =
      new HealthWatch(
          List.of(broker), feed, Clock.tick(time.withZone(ZoneOffset.UTC), Duration.ofMillis(1)));

  /// A part that is up or away as the test says.
  private static final class Switch implements Probe {

    private @Nullable String problem;

    @Override
    public String name() {
      return "Kafka";
    }

    @Override
    public String meanwhile() {
      return "pages show nothing new";
    }

    @Override
    public @Nullable String problem() {
      return problem;
    }
  }

  @BeforeEach
  void open() {
    UI.getCurrent().add(new HealthNotice(watch, feed));
  }

  @AfterEach
  void stop() {
    watch.destroy();
    feed.destroy();
  }

  private List<String> said() {
    return $(Paragraph.class).all().stream().map(Paragraph::getText).toList();
  }

  @Test
  void saysNothingWhileAllIsWell() {
    watch.look(broker);

    assertThat(said()).isEmpty();
  }

  @Test
  void oneLostAnswerIsNoNews() {
    broker.problem = "it does not answer";
    watch.look(broker);
    broker.problem = null;
    watch.look(broker);
    broker.problem = "it does not answer";
    watch.look(broker);

    assertThat(watch.parts()).allMatch(PartHealth::up);
  }

  @Test
  void saysWhatIsAwayAndSinceWhenAndWhenItIsBack() {
    broker.problem = "it does not answer";
    watch.look(broker);
    watch.look(broker);
    eventually(() ->
        assertThat(said())
            .singleElement()
            .asString()
            .startsWith("Kafka has been away since 1 Jan 2026, ")
            .endsWith(": it does not answer. Meanwhile pages show nothing new."));

    now = now.plusSeconds(14);
    broker.problem = null;
    watch.look(broker);
    eventually(() ->
        assertThat(said())
            .singleElement()
            .asString()
            .startsWith("Kafka came back at ")
            .endsWith("it was away for 14 seconds."));

    now = now.plusSeconds(61);
    assertThat(watch.news()).isEmpty();
  }
}
