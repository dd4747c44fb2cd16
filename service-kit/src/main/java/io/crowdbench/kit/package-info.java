/// What the services and the UI share: each class named `…Kit`, such as
/// [io.crowdbench.kit.ServiceKit], brings a part of it into an application.
@NullMarked
package io.crowdbench.kit;

import org.jspecify.annotations.NullMarked;
