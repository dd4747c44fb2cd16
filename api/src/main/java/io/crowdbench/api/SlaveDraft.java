package io.crowdbench.api;

import java.util.List;

/// What a text with slaves was understood as: lines, CSV, YAML or an inventory of Ansible's.
/// Nothing is registered by it.
///
/// @param format how the text was read: `LINES`, `CSV`, `YAML`, `ANSIBLE_INI` or `ANSIBLE_YAML`
/// @param problems of single places in the text, whole sentences with the number of the line
public record SlaveDraft(String format, List<SlaveRegistration> slaves, List<String> problems) {}
