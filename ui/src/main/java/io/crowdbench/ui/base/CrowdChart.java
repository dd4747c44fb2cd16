package io.crowdbench.ui.base;

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

/// A live chart over seconds; the drawing is done by `crowd-chart.js`.
///
/// @param <P> what is known of a second
@Tag("crowd-chart")
@JavaScript("context://webjars/uplot/1.6.30/dist/uPlot.iife.min.js")
@StyleSheet("context://webjars/uplot/1.6.30/dist/uPlot.min.css")
@JavaScript("context://crowd-chart.js")
public final class CrowdChart<P extends CrowdChart.Second> extends Component implements HasSize {

  private final String title;
  private final String unit;
  private final List<Line<P>> lines;

  /// @param unit what stands behind each value
  public CrowdChart(String title, String unit, List<Line<P>> lines) {
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
  public void replace(Collection<P> points) {
    getElement().callJsFunction("replace", rows(points));
  }

  /// Adds these seconds; one that is there already is replaced.
  public void merge(Collection<P> points) {
    getElement().callJsFunction("merge", rows(points));
  }

  private ArrayNode rows(Collection<P> points) {
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
  public record Line<P>(String name, String colour, Function<P, @Nullable Number> value) {}

  /// A second, or some, of which a chart shows a value.
  public interface Second {

    /// Where it begins, from where the chart begins.
    int second();

    /// How many seconds it stands for.
    int length();
  }
}
