/// What every HTTP API of ours has in common: who may send requests, and how problems are answered.
@NullMarked
package io.crowdbench.kit.web;

import org.jspecify.annotations.NullMarked;
