/// Slaves, their agents and the bundles of actions they get; the connector is
/// [io.crowdbench.provisioner.ProvisionerService].
@NullMarked
package io.crowdbench.provisioner;

import org.jspecify.annotations.NullMarked;
