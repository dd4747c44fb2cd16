/// From uploaded files to a bundle, the same for an upload and for a trial on the command line. The
/// entry points are [io.crowdbench.bundles.BundleBuilder] and [io.crowdbench.bundles.LocalBundle].
@NullMarked
package io.crowdbench.bundles;

import org.jspecify.annotations.NullMarked;
