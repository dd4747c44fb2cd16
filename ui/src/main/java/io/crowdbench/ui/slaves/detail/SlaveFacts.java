package io.crowdbench.ui.slaves.detail;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.api.SlaveView;
import io.crowdbench.ui.base.Format;
import io.crowdbench.ui.slaves.SlaveWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a slave.
final class SlaveFacts extends DescriptionList {

  private final Map<String, Span> values = new LinkedHashMap<>();

  SlaveFacts() {
    setId("facts");
    addClassName("facts");
  }

  void show(SlaveView slave, @Nullable Instant heard) {
    say("Address", slave.address());
    say("Login", login(slave));
    say("Jump host", slave.jump() == null ? "none" : slave.jump());
    say("Way to Kafka", SlaveWords.wayToKafka(slave));
    say("Host key", slave.hostKey() == null ? "not seen yet" : slave.hostKey());
    say("Folder", slave.folder());
    var facts = slave.facts();
    say("System", facts == null ? Format.NOTHING : facts.system());
    say("Size", SlaveWords.size(slave));
    say("Free disk", facts == null ? Format.NOTHING : Format.megabytes(facts.freeDiskMb()));
    say("Agent start", slave.epoch() == 0 ? "not started yet" : "no. " + slave.epoch());
    say("Last heard", Format.when(heard == null ? slave.lastSeen() : heard));
  }

  private static String login(SlaveView slave) {
    return slave.user()
        + (slave.login().equals("PRIVATE_KEY") ? ", with a private key" : ", with a password");
  }

  private void say(String what, String value) {
    values.computeIfAbsent(what, this::addEntry).setText(value);
  }

  private Span addEntry(String what) {
    var value = new Span();
    value.setId("fact-" + what.toLowerCase(Locale.ENGLISH).replace(' ', '-'));
    var entry = new Div(new Term(what), new Description(value));
    getElement().appendChild(entry.getElement());
    return value;
  }
}
