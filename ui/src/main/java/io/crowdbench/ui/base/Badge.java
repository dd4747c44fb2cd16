package io.crowdbench.ui.base;

import com.vaadin.flow.component.html.Span;
import io.crowdbench.api.CheckLine;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.run.RunState;

/// A state in one word and one colour; the word carries the meaning, the colour only helps.
public final class Badge extends Span {

  /// What a state means for the reader.
  private enum Tone {
    GOOD,
    BUSY,
    WARN,
    BAD,
    QUIET
  }

  private Badge(Enum<?> state, Tone tone) {
    this(Format.word(state), tone);
  }

  private Badge(String text, Tone tone) {
    super(text);
    addClassNames("badge", Format.word(tone));
  }

  /// A word that somebody has put on a thing to find it by.
  public static Badge label(String label) {
    var badge = new Badge(label, Tone.QUIET);
    badge.addClassName("label");
    return badge;
  }

  public static Badge of(CheckLine.Outcome outcome) {
    return new Badge(
        outcome,
        switch (outcome) {
          case OK -> Tone.GOOD;
          case WARNING -> Tone.WARN;
          case FAILED -> Tone.BAD;
          case SKIPPED -> Tone.QUIET;
        });
  }

  public static Badge of(RunState state) {
    return new Badge(
        state,
        switch (state) {
          case COMPLETED -> Tone.GOOD;
          case RUNNING, DRAINING, PREPARING -> Tone.BUSY;
          case ABORTED, FAILED -> Tone.BAD;
          case QUEUED, CANCELLED -> Tone.QUIET;
        });
  }

  public static Badge of(SlaveStage stage) {
    return new Badge(
        stage,
        switch (stage) {
          case READY -> Tone.GOOD;
          case CHECKING, INSTALLING, STARTING -> Tone.BUSY;
          case LOST, UNUSABLE -> Tone.BAD;
          case REGISTERED, CHECKED, INSTALLED, STOPPED -> Tone.QUIET;
        });
  }
}
