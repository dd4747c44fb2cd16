/// Bundles of actions: compiled, checked, kept, brought to slaves; entry points are `/api/bundles`
/// and, outwards, the topic `bundle-events`.
@NullMarked
package io.crowdbench.provisioner.bundle;

import org.jspecify.annotations.NullMarked;
