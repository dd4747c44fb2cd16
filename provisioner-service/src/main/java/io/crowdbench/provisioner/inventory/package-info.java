/// Texts with many slaves, as people have them: read into registrations, and written; entry points
/// are `/api/slaves/read` and `/api/slaves/export`.
@NullMarked
package io.crowdbench.provisioner.inventory;

import org.jspecify.annotations.NullMarked;
