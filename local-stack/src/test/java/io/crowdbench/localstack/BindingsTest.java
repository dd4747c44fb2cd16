package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.Topics;
import io.crowdbench.messages.Topics.Topic;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/// Every binding of every service goes to a topic of the map, and the map is right about who reads
/// and writes it.
class BindingsTest {

  private static final String PREFIX = "spring.cloud.stream.bindings.";

  @ParameterizedTest
  @ValueSource(strings = {"provisioner-service", "run-service", "results-service", "ui"})
  void goWhereTheMapSays(String service) throws IOException {
    var settings = load(service);
    var reads = new TreeSet<String>();
    var writes = new TreeSet<String>();
    for (var name : settings.getPropertyNames()) {
      if (name.startsWith(PREFIX) && name.endsWith(".destination")) {
        var topic = String.valueOf(settings.getProperty(name));
        (name.endsWith("-in-0.destination") ? reads : writes).add(topic);
      }
    }

    if (service.equals("results-service")) {
      // Read poll by poll, without a binding: see docs/decisions/0030.
      reads.add(Topics.SAMPLES);
    }
    assertThat(reads).isEqualTo(expected(topic -> topic.readers().contains(service)));
    // What goes through the outbox needs no binding; the outbox looks into the map itself.
    assertThat(expected(topic -> topic.writers().contains(service))).containsAll(writes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner-service", "run-service", "results-service", "ui"})
  void areServedByFunctionsOfTheSameName(String service) throws IOException {
    var settings = load(service);
    var functions =
        String.valueOf(settings.getProperty("spring.cloud.function.definition")).split(";", -1);
    var bound =
        Arrays.stream(settings.getPropertyNames())
            .filter(name -> name.startsWith(PREFIX) && name.endsWith("-in-0.destination"))
            .map(name -> name.substring(PREFIX.length(), name.indexOf("-in-0")))
            .collect(Collectors.toSet());

    assertThat(bound).containsExactlyInAnyOrder(functions);
  }

  private static TreeSet<String> expected(Predicate<Topic> wanted) {
    return Topics.ALL.stream()
        .filter(wanted)
        .map(Topic::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static EnumerablePropertySource<?> load(String service) throws IOException {
    List<?> sources =
        new YamlPropertySourceLoader().load(service, new ClassPathResource(service + ".yml"));
    return (EnumerablePropertySource<?>) sources.getFirst();
  }
}
