package io.crowdbench.provisioner.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// An inventory of Ansible's: groups of hosts, with variables of both.
final class Inventory {

  /// Groups that say nothing of a host.
  private static final Set<String> NO_LABELS = Set.of("all", "ungrouped");

  private static final Pattern PROXY_JUMP =
      Pattern.compile("(?:ProxyJump[= ]|-J ?)[\"']?([^\\s\"',]+)");

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Sketch sketch;

  Inventory(Sketch sketch) {
    this.sketch = sketch;
  }

  /// @param line where it was written
  record Variable(String value, int line) {}

  private record Group(Map<String, Variable> variables, Set<String> parents) {}

  private record Host(int line, Map<String, Variable> variables, Set<String> groups) {}

  private Group group(String name) {
    return groups.computeIfAbsent(
        name, _ -> new Group(new LinkedHashMap<>(), new LinkedHashSet<>()));
  }

  void child(String group, String child) {
    group(child).parents().add(group);
    group(group);
  }

  void groupVariable(String group, String name, Variable value) {
    group(group).variables().put(name, value);
  }

  /// @param pattern a host, or several with ranges as in `web[01:12]`
  void host(String group, String pattern, int line, Map<String, Variable> variables) {
    group(group);
    // Ours are written with a dash; what has more than one colon is an IPv6 address.
    var names = Ranges.expand(pattern.replaceAll("\\[(\\w+):(\\w+)]", "[$1-$2]"));
    if (names.isEmpty()) {
      sketch.problem(
          line,
          "the range can't be read, or makes more than 1,000. Write it as in web[01:12].lab.");
      return;
    }
    for (var name : names.get()) {
      var host =
          hosts.computeIfAbsent(
              name, _ -> new Host(line, new LinkedHashMap<>(), new LinkedHashSet<>()));
      host.groups().add(group);
      host.variables().putAll(variables);
    }
  }

  /// Puts all hosts into the sketch.
  void end() {
    hosts.forEach(this::end);
  }

  private void end(String name, Host host) {
    var above = new ArrayList<String>();
    host.groups().forEach(group -> collect(group, above, new HashSet<>()));
    if (!above.contains("all")) {
      above.addFirst("all");
    }
    var variables = new LinkedHashMap<String, Variable>();
    for (var each : above) {
      var group = groups.get(each);
      if (group != null) {
        variables.putAll(group.variables());
      }
    }
    variables.putAll(host.variables());
    var connection = variables.get("ansible_connection");
    if (connection != null && connection.value().equals("local")) {
      sketch.problem(host.line(), "%s is left out: it is not reached over SSH.".formatted(name));
      return;
    }
    var entry = new Entry(host.line(), sketch);
    entry.address(name);
    entry.name(name);
    above.stream().filter(each -> !NO_LABELS.contains(each)).forEach(entry::label);
    variables.forEach((key, value) -> apply(entry, name, key, value));
    entry.end();
  }

  /// Those above a group first: what is nearer to the host holds.
  private void collect(String name, List<String> above, Set<String> onTheWay) {
    var group = groups.get(name);
    if (group == null || !onTheWay.add(name)) {
      return;
    }
    group.parents().forEach(parent -> collect(parent, above, onTheWay));
    if (!above.contains(name)) {
      above.add(name);
    }
  }

  private void apply(Entry entry, String host, String key, Variable variable) {
    var value = variable.value();
    if (value.contains("{{") && key.startsWith("ansible_")) {
      sketch.problem(variable.line(), "%s is a template. Write its value.".formatted(key));
      return;
    }
    switch (key) {
      case "ansible_host", "ansible_ssh_host" -> entry.host(value);
      case "ansible_port", "ansible_ssh_port" -> entry.set("port", value, variable.line());
      case "ansible_user", "ansible_ssh_user" -> entry.set("user", value, variable.line());
      case "ansible_password", "ansible_ssh_pass", "ansible_ssh_password" ->
          sketch.problem(
              variable.line(),
              "%s is not read, since what is read is shown. Give passwords afterwards."
                  .formatted(key));
      case "ansible_ssh_private_key_file", "ansible_private_key_file" ->
          sketch.problem(
              variable.line(),
              "the key file %s of %s can't be read from here. Give the key afterwards, or with --key FILE."
                  .formatted(value, host));
      case "ansible_ssh_common_args", "ansible_ssh_extra_args" -> {
        var jump = PROXY_JUMP.matcher(value);
        if (jump.find()) {
          entry.jump(jump.group(1), variable.line());
        }
      }
      default -> {
        // What playbooks need it for says nothing to us.
      }
    }
  }
}
