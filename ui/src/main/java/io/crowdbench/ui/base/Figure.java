package io.crowdbench.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// A number with its name; browser tests find the number by its id.
public final class Figure extends Div {

  private final Span name = new Span();
  private final Span value = new Span(Format.NOTHING);

  public Figure(String id, String label) {
    addClassName("figure");
    label(label);
    name.addClassName("label");
    value.setId(id);
    value.addClassName("value");
    add(name, value);
  }

  public Figure toned(String tone) {
    addClassName(tone);
    return this;
  }

  public void label(String text) {
    name.setText(text);
  }

  public void show(String text) {
    value.setText(text);
  }
}
