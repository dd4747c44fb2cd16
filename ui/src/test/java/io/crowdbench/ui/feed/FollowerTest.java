package io.crowdbench.ui.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.AgentGoodbye;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowerTest {

  private final List<List<Message>> deliveries = new ArrayList<>();
  private final AtomicInteger missed = new AtomicInteger();
  private final Follower follower =
      new Follower(
          new UI(),
          message -> message.key().startsWith("mine"),
          deliveries::add,
          missed::incrementAndGet);

  @Test
  void manyMessagesAreOneDelivery() {
    assertThat(follower.takes(message("mine-1"))).isTrue();
    assertThat(follower.takes(message("mine-2"))).isFalse();
    assertThat(follower.takes(message("mine-3"))).isFalse();
    follower.deliver();

    assertThat(deliveries).hasSize(1);
    assertThat(deliveries.getFirst())
        .extracting(Message::key)
        .containsExactly("mine-1", "mine-2", "mine-3");
    assertThat(follower.takes(message("mine-4"))).isTrue();
  }

  @Test
  void whatIsNotWantedIsNotKept() {
    assertThat(follower.takes(message("theirs"))).isFalse();
    follower.deliver();

    assertThat(deliveries).containsExactly(List.of());
  }

  @Test
  void aPageThatFallsBehindReadsItsStateAgainInsteadOfFillingTheMemory() {
    for (int i = 0; i < 3 * Follower.MAX_WAITING; i++) {
      var unused = follower.takes(message("mine"));
    }
    follower.deliver();

    assertThat(missed).hasValue(1);
    assertThat(deliveries).isEmpty();
    assertThat(follower.takes(message("mine"))).isTrue();
  }

  private static Message message(String slave) {
    return new AgentGoodbye(Message.SCHEMA, Instant.EPOCH, slave, 1);
  }
}
