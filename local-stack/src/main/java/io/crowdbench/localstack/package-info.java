/// Everything on this machine in one JVM. Its door is [io.crowdbench.localstack.LocalStack].
@NullMarked
package io.crowdbench.localstack;

import org.jspecify.annotations.NullMarked;
