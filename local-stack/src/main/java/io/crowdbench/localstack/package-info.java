/// Everything on this machine in one JVM. Its entry point is [io.crowdbench.localstack.LocalStack].
@NullMarked
package io.crowdbench.localstack;

import org.jspecify.annotations.NullMarked;
