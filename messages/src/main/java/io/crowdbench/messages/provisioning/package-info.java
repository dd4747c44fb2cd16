/// What the provisioner is asked and tells: slaves and bundles.
@NullMarked
package io.crowdbench.messages.provisioning;

import org.jspecify.annotations.NullMarked;
