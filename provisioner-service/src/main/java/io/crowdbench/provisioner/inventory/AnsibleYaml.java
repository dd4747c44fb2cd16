package io.crowdbench.provisioner.inventory;

import io.crowdbench.provisioner.inventory.Inventory.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// An inventory of Ansible's as YAML: groups with `hosts`, `vars` and `children`.
final class AnsibleYaml {

  private final Inventory inventory;
  private final Sketch sketch;

  private AnsibleYaml(Sketch sketch) {
    this.sketch = sketch;
    this.inventory = new Inventory(sketch);
  }

  static void read(Node root, Sketch sketch) {
    if (root instanceof MappingNode groups) {
      var reader = new AnsibleYaml(sketch);
      groups
          .getValue()
          .forEach(tuple -> reader.group(YamlText.key(tuple), tuple.getValueNode(), 0));
      reader.inventory.end();
    } else {
      sketch.problem(
          YamlText.line(root), "these are no slaves. Give a list of them below “slaves:”.");
    }
  }

  private void group(String name, Node node, int depth) {
    if (!(node instanceof MappingNode parts) || depth > 20) {
      return;
    }
    for (var part : parts.getValue()) {
      var value = part.getValueNode();
      switch (YamlText.key(part)) {
        case "hosts" -> hosts(name, value);
        case "vars" ->
            variables(value)
                .forEach((key, variable) -> inventory.groupVariable(name, key, variable));
        case "children" -> children(name, value, depth);
        default ->
            sketch.problem(
                YamlText.line(part.getKeyNode()),
                "“%s” of group %s is not known. A group has hosts, vars and children."
                    .formatted(YamlText.key(part), name));
      }
    }
  }

  private void hosts(String group, Node node) {
    if (node instanceof MappingNode hosts) {
      for (var host : hosts.getValue()) {
        inventory.host(
            group,
            YamlText.key(host),
            YamlText.line(host.getKeyNode()),
            variables(host.getValueNode()));
      }
    }
  }

  private void children(String group, Node node, int depth) {
    if (node instanceof MappingNode children) {
      for (var child : children.getValue()) {
        inventory.child(group, YamlText.key(child));
        group(YamlText.key(child), child.getValueNode(), depth + 1);
      }
    }
  }

  private static Map<String, Variable> variables(Node node) {
    var variables = new LinkedHashMap<String, Variable>();
    if (node instanceof MappingNode mapping) {
      for (var each : mapping.getValue()) {
        if (each.getValueNode() instanceof ScalarNode scalar) {
          variables.put(
              YamlText.key(each),
              new Variable(YamlText.text(scalar), YamlText.line(each.getKeyNode())));
        }
      }
    }
    return variables;
  }
}
