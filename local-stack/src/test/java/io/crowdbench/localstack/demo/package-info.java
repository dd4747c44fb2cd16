@NullMarked
package io.crowdbench.localstack.demo;

import org.jspecify.annotations.NullMarked;
