/// Addresses as browsers read them (the URL standard, url.spec.whatwg.org). The entry point is
/// [io.crowdbench.agent.address.Address].
@NullMarked
package io.crowdbench.agent.address;

import org.jspecify.annotations.NullMarked;
