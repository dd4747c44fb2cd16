/// Looks whether a slave can carry load; the connector is `/api/slaves/{id}/check`.
@NullMarked
package io.crowdbench.provisioner.check;

import org.jspecify.annotations.NullMarked;
