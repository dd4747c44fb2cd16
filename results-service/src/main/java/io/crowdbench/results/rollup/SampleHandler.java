package io.crowdbench.results.rollup;

import io.crowdbench.kit.Inbox;
import io.crowdbench.kit.Outbox;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.results.failure.ErrorTeller;
import io.crowdbench.results.proof.ProofTeller;
import io.crowdbench.results.strain.StrainTeller;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes samples off their topic and, once they are committed, tells what they changed.
@Configuration(proxyBeanMethods = false)
class SampleHandler {

  private static final Logger log = LoggerFactory.getLogger(SampleHandler.class);

  private final Intake intake;
  private final Outbox outbox;
  private final ErrorTeller errors;
  private final StrainTeller strains;
  private final ProofTeller proofs;

  SampleHandler(
      Intake intake, Outbox outbox, ErrorTeller errors, StrainTeller strains, ProofTeller proofs) {
    this.intake = intake;
    this.outbox = outbox;
    this.errors = errors;
    this.strains = strains;
    this.proofs = proofs;
  }

  @Bean
  Consumer<List<byte[]>> samples(Inbox inbox) {
    return inbox.batch(Topics.SAMPLES, SampleMessage.class, this::handle);
  }

  private void handle(List<SampleMessage> messages) {
    var samples = messages.stream().flatMap(this::read).toList();
    if (samples.isEmpty()) {
      return;
    }
    var taken = intake.take(samples);
    taken.seconds().forEach(second -> outbox.tell("results", second));
    taken.failing().forEach(errors::tell);
    taken.strained().forEach(strains::tell);
    taken.runs().forEach(proofs::tellIfDue);
  }

  private Stream<Sample> read(SampleMessage message) {
    try {
      return Stream.of(Sample.of(message));
    } catch (Unreadable e) {
      log.warn(
          "Could not take record {} of slave {} in run {}: {}. It is kept on {}.",
          message.sequence(),
          message.slave(),
          message.run(),
          e.getMessage(),
          Topics.SAMPLES + Topics.DEAD);
      outbox.tell(Topics.SAMPLES + Topics.DEAD, message);
      return Stream.empty();
    }
  }
}
