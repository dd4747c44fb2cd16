/// What one user browses with: cookies and connections. The entry point is
/// [io.crowdbench.agent.browser.Browser].
@NullMarked
package io.crowdbench.agent.browser;

import org.jspecify.annotations.NullMarked;
