package io.crowdbench.ui.slaves;

import com.vaadin.flow.component.html.Div;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.agent.AgentHeartbeat;
import io.crowdbench.ui.base.Badge;
import io.crowdbench.ui.base.Format;
import java.util.List;
import java.util.Locale;

/// Of a slave, in the words that all its pages use.
public final class SlaveWords {

  private SlaveWords() {}

  /// How its agent reaches Kafka; nothing before that was found out.
  public static String wayToKafka(SlaveView slave) {
    if (slave.tunnelled()) {
      return "through SSH";
    }
    return slave.epoch() == 0 ? Format.NOTHING : "direct";
  }

  /// 4 cores, 7.8 GB
  public static String size(SlaveView slave) {
    var facts = slave.facts();
    return facts == null
        ? Format.NOTHING
        : Format.count(facts.processors(), "core", "cores")
            + ", "
            + Format.megabytes(facts.memoryMb());
  }

  public static String clock(AgentHeartbeat heartbeat) {
    return heartbeat.clockBoundMillis() < 0
        ? "not measured yet"
        : String.format(
            Locale.ENGLISH,
            "%+.1f ms ± %.1f ms",
            heartbeat.clockOffsetMillis(),
            heartbeat.clockBoundMillis());
  }

  public static Div labels(List<String> labels) {
    var all = new Div();
    all.addClassName("labels");
    labels.forEach(label -> all.add(Badge.label(label)));
    return all;
  }
}
