package io.crowdbench.provisioner.inventory;

import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// YAML as a tree whose places are known: an export of ours.
final class YamlText {

  private YamlText() {}

  /// Empty when it can't be read; the sketch knows why then.
  static Optional<Node> parse(String text, Sketch sketch) {
    try {
      return Optional.ofNullable(
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      sketch.problem(
          mark == null ? 1 : mark.getLine() + 1,
          "this can't be read as YAML: %s.".formatted(e.getProblem()));
    } catch (YAMLException e) {
      sketch.problem(1, "this can't be read as YAML.");
    }
    return Optional.empty();
  }

  /// Whether it has the form of our export: a list, or one below `slaves`.
  static boolean isOurs(Node root) {
    return root instanceof SequenceNode
        || (root instanceof MappingNode mapping
            && mapping.getValue().stream().anyMatch(tuple -> key(tuple).equals("slaves")));
  }

  static void read(Node root, Sketch sketch) {
    if (root instanceof MappingNode mapping) {
      mapping.getValue().stream()
          .filter(tuple -> key(tuple).equals("slaves"))
          .forEach(tuple -> slaves(tuple.getValueNode(), sketch));
    } else {
      slaves(root, sketch);
    }
  }

  private static void slaves(Node node, Sketch sketch) {
    if (!(node instanceof SequenceNode list)) {
      sketch.problem(line(node), "there is no list of slaves. Begin each with a dash.");
      return;
    }
    for (var each : list.getValue()) {
      var entry = new Entry(line(each), sketch);
      switch (each) {
        case MappingNode mapping -> {
          mapping.getValue().forEach(tuple -> field(tuple, entry, sketch));
          entry.end();
        }
        case ScalarNode scalar -> LinesText.read(scalar.getValue(), line(each), entry, sketch);
        default -> sketch.problem(line(each), "this is no slave. Give it a host and a user.");
      }
    }
  }

  private static void field(NodeTuple tuple, Entry entry, Sketch sketch) {
    var value = tuple.getValueNode();
    int line = line(tuple.getKeyNode());
    switch (value) {
      case ScalarNode scalar -> entry.set(key(tuple), text(scalar), line);
      case SequenceNode list when list.getValue().stream().allMatch(ScalarNode.class::isInstance) ->
          entry.set(
              key(tuple),
              list.getValue().stream()
                  .map(each -> text((ScalarNode) each))
                  .collect(Collectors.joining(",")),
              line);
      default -> sketch.problem(line, "“%s” can't be read. Give a text.".formatted(key(tuple)));
    }
  }

  static String text(ScalarNode scalar) {
    return scalar.getTag().getValue().endsWith(":null") ? "" : scalar.getValue();
  }

  static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
