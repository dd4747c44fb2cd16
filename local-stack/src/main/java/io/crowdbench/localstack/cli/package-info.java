/// The `crowdbench` command line. Its door is [io.crowdbench.localstack.cli.LocalCrowdbench].
@NullMarked
package io.crowdbench.localstack.cli;

import org.jspecify.annotations.NullMarked;
