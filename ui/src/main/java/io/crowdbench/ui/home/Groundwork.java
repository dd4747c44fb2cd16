package io.crowdbench.ui.home;

import io.crowdbench.api.Result;

/// What must be there before a run: asked of the services that keep it.
interface Groundwork {

  /// Whether actions have been uploaded.
  Result<Boolean> actions();

  /// Whether there is a plan.
  Result<Boolean> plans();
}
