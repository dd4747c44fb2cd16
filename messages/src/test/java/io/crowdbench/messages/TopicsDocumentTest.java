package io.crowdbench.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// docs/topics.md tells outsiders what is on the topics: it must say what the code says.
class TopicsDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/topics.md");

  static List<Topics.Topic> topics() {
    return Topics.ALL;
  }

  @ParameterizedTest
  @MethodSource("topics")
  void namesEachTopicWithItsKeyWritersAndReaders(Topics.Topic topic) throws IOException {
    var row =
        "| `%s` | %s | %s | %s | %d |"
            .formatted(
                topic.name(),
                topic.key(),
                String.join(", ", topic.writers()),
                String.join(", ", topic.readers()),
                topic.partitions());

    assertThat(Files.readString(DOCUMENT)).contains(row);
  }

  @ParameterizedTest
  @MethodSource("io.crowdbench.messages.GoldenSamplesTest#kinds")
  void linksASampleOfEachKindOfMessage(GoldenSamplesTest.Kind kind) throws IOException {
    var link = "[`%1$s`](../messages/src/test/resources/golden/%1$s.json)".formatted(kind.name());

    assertThat(Files.readString(DOCUMENT)).contains(link);
  }
}
