package io.crowdbench.agent.http;

import org.jspecify.annotations.Nullable;

/// How the bodies of a request and its answer are handled.
///
/// @param kept how many bytes of the answer's are kept; of a longer one all are counted and let go
/// @param upload where the request's own is; null if it is in memory
public record Bodies(int kept, @Nullable Upload upload) {

  public static final Bodies USUAL = new Bodies(AnswerBody.USUALLY_KEPT, null);

  /// The answer's stays as it is.
  Bodies withoutUpload() {
    return upload == null ? this : new Bodies(kept, null);
  }
}
