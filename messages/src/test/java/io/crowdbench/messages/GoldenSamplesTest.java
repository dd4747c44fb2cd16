package io.crowdbench.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import io.crowdbench.messages.run.Bounds;
import io.crowdbench.messages.run.RunPlan.PlanStep;
import io.crowdbench.messages.sample.Dropped;
import io.crowdbench.messages.sample.SampleBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What outsiders read today they must be able to read tomorrow: each kind of message has a sample
/// that is never edited, only added to.
class GoldenSamplesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final JsonMapper json = JsonMapper.shared();

  /// A kind of message: its name on the wire and its family.
  record Kind(String name, Class<? extends Message> family) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Topics.ALL.stream()
        .flatMap(topic ->
            Arrays.stream(topic.message().getAnnotation(JsonSubTypes.class).value())
                .map(type -> new Kind(type.name(), topic.message())));
  }

  /// What was added later to a kind of message has a further sample: `<kind>.<what>.json`.
  static Stream<Arguments> samples() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      var names = files.map(f -> f.getFileName().toString()).sorted().toList();
      return kinds()
          .flatMap(kind ->
              names.stream()
                  .filter(name -> name.startsWith(kind.name() + "."))
                  .map(name -> Arguments.of(name, kind)));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsAndWritesTheSameAsEver(String file, Kind kind) throws IOException {
    var golden = json.readTree(Files.readString(GOLDEN.resolve(file)));

    var message = json.treeToValue(golden, kind.family);

    assertThat(json.readTree(json.writeValueAsString(message))).isEqualTo(golden);
    assertThat(message.schema()).isIn(Message.SCHEMA, SampleBatch.SCHEMA);
    assertThat(message.key()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void ignoresAFieldItDoesNotKnow(Kind kind) throws IOException {
    var golden = (ObjectNode) golden(kind);
    var newer = golden.deepCopy().put("fromTheFuture", 1);

    assertThat(json.treeToValue(newer, kind.family))
        .isEqualTo(json.treeToValue(golden, kind.family));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesAMessageWithoutItsTimeAndNamesTheField(Kind kind) throws IOException {
    var golden = ((ObjectNode) golden(kind)).deepCopy();
    golden.remove("at");

    assertThatThrownBy(() -> json.treeToValue(golden, kind.family)).hasMessageContaining("\"at\"");
  }

  /// Runs are kept for years, and services are not all renewed in the same second.
  @Test
  void readsWhatWasWrittenBeforeAFieldCame() {
    var step = json.readValue("{\"millis\": 1000, \"change\": {\"Buy\": 4}}", PlanStep.class);
    var share =
        json.readValue(
            "{\"bundlePath\": \"a.jar\", \"target\": \"http://a\", \"seed\": 1, \"firstUserId\": 0,"
                + " \"userIds\": 4, \"steps\": [{\"millis\": 5}], \"drainMillis\": 0}",
            RunShare.class);
    var dropped = json.readValue("{\"debugLines\": 1, \"errorGroups\": 2}", Dropped.class);

    assertThat(step).isEqualTo(new PlanStep(1_000, Map.of("Buy", 4)));
    assertThat(share.bounds()).isEqualTo(Bounds.NONE);
    assertThat(share.steps()).containsExactly(new ShareStep(5, Map.of()));
    assertThat(dropped).isEqualTo(new Dropped(1, 2, 0));
  }

  @Test
  void hasNoSampleOfAKindThatIsGone() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      var names = files.map(f -> f.getFileName().toString().replaceFirst("\\..*", "")).distinct();

      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(kinds().map(Kind::name).collect(Collectors.toSet()));
    }
  }

  private JsonNode golden(Kind kind) throws IOException {
    return json.readTree(Files.readString(GOLDEN.resolve(kind.name + ".json")));
  }
}
