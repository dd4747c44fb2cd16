package io.crowdbench.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashSet;
import java.util.Set;

/// Sentences about what is wrong with a page; gone while nothing is.
public final class Notice extends Div {

  private final Set<String> sentences = new LinkedHashSet<>();

  public Notice() {
    addClassName("notice");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  /// Says it once, however often it is told.
  public void say(String sentence) {
    if (sentences.add(sentence)) {
      add(new Paragraph(sentence));
      setVisible(true);
    }
  }

  public void clear() {
    sentences.clear();
    removeAll();
    setVisible(false);
  }
}
