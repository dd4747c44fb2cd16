@NullMarked
package io.crowdbench.kit.web;

import org.jspecify.annotations.NullMarked;
