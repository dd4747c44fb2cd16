package io.crowdbench.results.intake;

import io.crowdbench.kit.Inbox;
import io.crowdbench.kit.Publisher;
import io.crowdbench.messages.Topics;
import io.crowdbench.messages.sample.SampleMessage;
import io.crowdbench.results.intake.Intake.Refusal;
import io.crowdbench.results.rollup.Merger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.stereotype.Component;

/// Takes samples off their topic, a poll at a time. One thread only.
@Component
class SampleHandler implements BatchMessageListener<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(SampleHandler.class);

  private final Intake intake;
  private final Merger merger;
  private final Publisher publisher;
  private final Consumer<byte[]> reader;
  private final List<SampleMessage> read = new ArrayList<>(1);

  SampleHandler(Intake intake, Merger merger, Inbox inbox, Publisher publisher) {
    this.intake = intake;
    this.merger = merger;
    this.publisher = publisher;
    this.reader = inbox.each(Topics.SAMPLES, SampleMessage.class, read::add);
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
    var records = new ArrayList<Received>();
    for (var record : batch) {
      read.clear();
      reader.accept(record.value());
      var message = read.isEmpty() ? null : read.getFirst();
      records.add(new Received(record.partition(), record.offset(), message));
    }
    intake.take(records).forEach(this::setAside);
    merger.wake();
  }

  private void setAside(Refusal refusal) {
    var message = refusal.message();
    log.warn(
        "Could not take record {} of slave {} in run {}: {}. It is kept on {}.",
        message.sequence(),
        message.slave(),
        message.run(),
        refusal.why().getMessage(),
        Topics.SAMPLES + Topics.DEAD);
    publisher.publish(Topics.SAMPLES + Topics.DEAD, message);
  }
}
