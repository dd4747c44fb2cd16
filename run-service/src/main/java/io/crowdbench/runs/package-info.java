/// Plans and runs: validated, reserved, started at one instant, ended. Its entry point are
/// `/api/plans` and `/api/runs`.
@NullMarked
package io.crowdbench.runs;

import org.jspecify.annotations.NullMarked;
