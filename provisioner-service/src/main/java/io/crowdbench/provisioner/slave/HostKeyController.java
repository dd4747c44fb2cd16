package io.crowdbench.provisioner.slave;

import static io.crowdbench.messages.provisioning.SlaveStage.REGISTERED;
import static io.crowdbench.messages.provisioning.SlaveStage.UNUSABLE;

import io.crowdbench.api.SlaveView;
import io.crowdbench.kit.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Accepts a host key that has changed, on purpose: whoever accepts it says which.
@RestController
class HostKeyController {

  private final SlaveRegistry register;
  private final SlaveViews views;

  HostKeyController(SlaveRegistry register, SlaveViews views) {
    this.register = register;
    this.views = views;
  }

  record Acceptance(@Nullable String hostKey) {}

  /// A repeat changes nothing.
  @PostMapping("/api/slaves/{id}/accept-key")
  SlaveView accept(@PathVariable String id, @RequestBody Acceptance acceptance) {
    var key = Texts.stripped(acceptance.hostKey());
    return register
        .change(id, now -> accepting(now, key))
        .map(views::of)
        .orElseThrow(() -> Refused.unknown("slave", id));
  }

  private static Slave accepting(Slave now, String key) {
    var jump = now.jump();
    var next = now.reachedBy(now.ssh().accepting(key), jump == null ? null : jump.accepting(key));
    if (!next.equals(now)) {
      // What was wrong with it is that key, unless something else was tried since.
      return now.stage() == UNUSABLE ? next.in(REGISTERED) : next;
    }
    if (key.equals(now.ssh().hostKey()) || (jump != null && key.equals(jump.hostKey()))) {
      return now;
    }
    var shown = SlaveViews.newHostKey(now);
    throw Refused.conflict(
        shown == null
            ? "Did not accept the host key %s of %s: it has shown no key but the one that is known. Check the slave first."
                .formatted(key, now.name())
            : "Did not accept the host key %s of %s: the one it showed last is %s. Compare that one, and accept it."
                .formatted(key, now.name(), shown));
  }
}
