package io.crowdbench.ui.slaves.table;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.crowdbench.api.SlaveView;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.ui.base.Format;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which slaves of many are looked at: by a text in their name, address, user or label, by labels
/// of which they have all, and by stages of which they are in one.
final class SlaveFilter extends Div {

  private final TextField text = new TextField();
  private final MultiSelectComboBox<String> labels = new MultiSelectComboBox<>();
  private final MultiSelectComboBox<SlaveStage> stages = new MultiSelectComboBox<>();
  private Set<String> known = Set.of();

  SlaveFilter(Runnable changed) {
    addClassName("fields");
    text.setId("filter-text");
    text.setPlaceholder("Name, address, label");
    text.setAriaLabel("Filter by text");
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setWidth("15rem");
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(_ -> changed.run());
    labels.setId("filter-labels");
    labels.setPlaceholder("Labels");
    labels.setAriaLabel("Filter by label");
    labels.setClearButtonVisible(true);
    labels.addValueChangeListener(_ -> changed.run());
    stages.setId("filter-stages");
    stages.setPlaceholder("Stages");
    stages.setAriaLabel("Filter by stage");
    stages.setClearButtonVisible(true);
    stages.setItems(SlaveStage.values());
    stages.setItemLabelGenerator(Format::word);
    stages.addValueChangeListener(_ -> changed.run());
    add(text, labels, stages);
  }

  /// Offers the labels that there are.
  void offer(List<SlaveView> slaves) {
    var all = new TreeSet<String>();
    slaves.forEach(slave -> all.addAll(slave.labels()));
    if (!all.equals(known)) {
      var chosen = labels.getValue();
      known = all;
      labels.setItems(all);
      labels.setValue(chosen.stream().filter(all::contains).toList());
      labels.setVisible(!all.isEmpty());
    }
  }

  boolean shows(SlaveView slave) {
    var stage = stages.getValue();
    return slave.labels().containsAll(labels.getValue())
        && (stage.isEmpty() || stage.contains(slave.stage()))
        && matches(slave, text.getValue().strip().toLowerCase(Locale.ENGLISH));
  }

  private static boolean matches(SlaveView slave, String wanted) {
    return Stream.concat(
            Stream.of(slave.name(), slave.address(), slave.user()), slave.labels().stream())
        .anyMatch(each -> each.toLowerCase(Locale.ENGLISH).contains(wanted));
  }
}
