package io.crowdbench.ui.base;

import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.provisioning.SlaveStage;
import io.crowdbench.messages.run.RunState;

/// A state in one word and one colour; the word carries the meaning, the colour only helps.
public final class Badge extends Span {

  /// What a state means for the reader.
  private enum Tone {
    GOOD,
    BUSY,
    BAD,
    QUIET
  }

  private Badge(Enum<?> state, Tone tone) {
    super(Format.word(state));
    addClassNames("badge", Format.word(tone));
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
