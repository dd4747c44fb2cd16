/// The main job from end to end, through the same APIs and topics as everyone. Its entry point is
/// [io.crowdbench.localstack.demo.Demo].
@NullMarked
package io.crowdbench.localstack.demo;

import org.jspecify.annotations.NullMarked;
