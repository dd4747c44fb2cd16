/// The command line, against any server; one class per command. The entry point is
/// [io.crowdbench.cli.Crowdbench].
@NullMarked
package io.crowdbench.cli;

import org.jspecify.annotations.NullMarked;
