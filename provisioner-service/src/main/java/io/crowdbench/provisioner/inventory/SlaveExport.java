package io.crowdbench.provisioner.inventory;

import io.crowdbench.api.SlaveView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Slaves as YAML, as [YamlText] reads them: all but their passwords and keys.
final class SlaveExport {

  private SlaveExport() {}

  static String yaml(List<SlaveView> slaves) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    return "# Slaves of Crowdbench, without passwords and keys.\n"
        + new Yaml(options)
            .dump(Map.of("slaves", slaves.stream().map(SlaveExport::fields).toList()));
  }

  private static Map<String, Object> fields(SlaveView slave) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", slave.name());
    // In brackets, so that it can be told from an address with a port.
    fields.put("host", slave.host().contains(":") ? "[" + slave.host() + "]" : slave.host());
    fields.put("port", slave.port());
    fields.put("user", slave.user());
    fields.put("folder", slave.folder());
    if (slave.hostKey() != null) {
      fields.put("hostKey", slave.hostKey());
    }
    if (!slave.labels().isEmpty()) {
      fields.put("labels", slave.labels());
    }
    if (slave.jump() != null) {
      fields.put("jump", slave.jump());
    }
    return fields;
  }
}
