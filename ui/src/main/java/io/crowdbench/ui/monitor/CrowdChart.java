package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/// A live chart over the seconds of a run; the drawing is done by `crowd-chart.js`.
@Tag("crowd-chart")
@JavaScript("context://webjars/uplot/1.6.30/dist/uPlot.iife.min.js")
@StyleSheet("context://webjars/uplot/1.6.30/dist/uPlot.min.css")
@JavaScript("context://crowd-chart.js")
final class CrowdChart extends Component implements HasSize {

  private final String title;
  private final String unit;
  private final List<Line> lines;

  /// @param unit what stands behind each value
  CrowdChart(String title, String unit, List<Line> lines) {
    this.title = title;
    this.unit = unit;
    this.lines = lines;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    var names = JacksonUtils.createArrayNode();
    var colours = JacksonUtils.createArrayNode();
    for (var line : lines) {
      names.add(line.name());
      colours.add(line.colour());
    }
    getElement().callJsFunction("define", title, unit, names, colours);
  }

  /// Shows these seconds and no others.
  void replace(Collection<Point> points) {
    getElement().callJsFunction("replace", rows(points));
  }

  /// Adds these seconds; one that is there already is replaced.
  void merge(Collection<Point> points) {
    getElement().callJsFunction("merge", rows(points));
  }

  private ArrayNode rows(Collection<Point> points) {
    var rows = JacksonUtils.createArrayNode();
    for (var point : points) {
      var row = rows.addArray().add(point.second()).add(point.length());
      for (var line : lines) {
        var value = line.value().apply(point);
        if (value == null) {
          row.addNull();
        } else {
          row.add(value.doubleValue());
        }
      }
    }
    return rows;
  }

  /// One line of the chart.
  ///
  /// @param colour name of a variable in the style sheet
  record Line(String name, String colour, Function<Point, @Nullable Number> value) {}
}
