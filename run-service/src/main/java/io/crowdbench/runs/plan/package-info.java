/// What a run is to do, checked and put in words. Its entry point is `/api/plans`.
@NullMarked
package io.crowdbench.runs.plan;

import org.jspecify.annotations.NullMarked;
