package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Problem;
import io.crowdbench.kit.Refused;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Says which slaves there may be: registers them, and changes what people said of them.
@Component
class Definitions {

  /// Stages in which an agent may run, whether or not it is heard.
  private static final Set<SlaveStage> AGENT_MAY_RUN =
      EnumSet.of(SlaveStage.READY, SlaveStage.STARTING, SlaveStage.LOST);

  private final Slaves slaves;
  private final SlaveRegistry register;
  private final SlaveWork work;
  private final AgentPresence presence;
  private final Seals seals;
  private final SecureRandom random = new SecureRandom();

  Definitions(
      Slaves slaves, SlaveRegistry register, SlaveWork work, AgentPresence presence, Seals seals) {
    this.slaves = slaves;
    this.register = register;
    this.work = work;
    this.presence = presence;
    this.seals = seals;
  }

  /// @throws Refused with everything that is wrong
  Slave register(Registration registration) {
    var problems = registration.problems();
    var id = new BigInteger(64, random).toString(36);
    problems.addAll(takenBefore(registration, id));
    if (!problems.isEmpty()) {
      throw Refused.invalidParts(problems);
    }
    var slave =
        new Slave(
            id,
            0,
            registration.name(),
            seals.sealed(id, registration.door()),
            registration.folder(),
            registration.labels(),
            seals.sealedJump(id, registration.jump(), null),
            SlaveStage.REGISTERED,
            0,
            List.of(),
            null,
            null,
            false);
    try {
      register.add(slave);
    } catch (DuplicateKeyException e) {
      throw taken(registration, e);
    }
    return slave;
  }

  /// @throws Refused with everything that is wrong
  Slave change(String id, ChangeRequest change) {
    try {
      return register
          .change(id, now -> changed(now, change))
          .orElseThrow(() -> Refused.unknown("slave", id));
    } catch (DuplicateKeyException e) {
      throw register
          .find(id)
          .map(now -> taken(change.applied(now), e))
          .orElseThrow(() -> Refused.unknown("slave", id));
    }
  }

  private Slave changed(Slave now, ChangeRequest change) {
    var wanted = change.applied(now);
    var jump = wanted.jump();
    var known = now.jump();
    var jumpKnown = jump != null && known != null && jump.leadsTo(known);
    var problems = wanted.problems(true, jumpKnown);
    problems.addAll(takenBefore(wanted, now.id()));
    if (!problems.isEmpty()) {
      throw Refused.invalidParts(problems);
    }
    if (isElsewhere(now, wanted)) {
      refuseWhileInUse(now);
    }
    return now.defined(
        wanted.name(),
        seals.sealed(now.id(), wanted.door(), now.ssh()),
        wanted.folder(),
        wanted.labels(),
        seals.sealedJump(now.id(), jump, known));
  }

  private static boolean isElsewhere(Slave now, Registration wanted) {
    return !wanted.door().leadsTo(now.ssh())
        || !wanted.door().user().equals(now.ssh().login())
        || !wanted.folder().equals(now.folder());
  }

  private void refuseWhileInUse(Slave slave) {
    if (AGENT_MAY_RUN.contains(slave.stage()) || presence.isPresent(slave)) {
      throw Refused.conflict(
          "Did not change where %s is: its agent runs at %s, in folder %s, and would be left behind there. Stop it first, then change host, port, user or folder."
              .formatted(slave.name(), slave.address(), slave.folder()));
    }
    if (work.isBusy(slave.id())) {
      throw Refused.conflict(
          "Did not change where %s is: something is being done on it. Wait until that is done, then change it."
              .formatted(slave.name()));
    }
  }

  private List<Problem> takenBefore(Registration wanted, String id) {
    var problems = new ArrayList<Problem>();
    if (slaves.countOthersNamed(wanted.name(), id) > 0) {
      problems.add(Problem.of(nameTaken(wanted), "name"));
    }
    if (slaves.countOthersAt(
            wanted.door().host(),
            wanted.door().port(),
            wanted.door().user(),
            wanted.folder(),
            jumpHost(wanted.jump()),
            jumpPort(wanted.jump()),
            id)
        > 0) {
      problems.add(Problem.of(machineTaken(wanted), "folder"));
    }
    return problems;
  }

  private static String jumpHost(@Nullable Door jump) {
    return jump == null ? "" : jump.host();
  }

  private static int jumpPort(@Nullable Door jump) {
    return jump == null ? 0 : jump.port();
  }

  /// Somebody else was faster.
  private static Refused taken(Registration wanted, DuplicateKeyException e) {
    return Refused.invalidParts(
        List.of(
            String.valueOf(e.getMessage()).contains("slave_machine")
                ? Problem.of(machineTaken(wanted), "folder")
                : Problem.of(nameTaken(wanted), "name")));
  }

  private static String nameTaken(Registration wanted) {
    return "There already is a slave named %s. Give this one another name."
        .formatted(wanted.name());
  }

  private static String machineTaken(Registration wanted) {
    return "There already is a slave at %s:%d as %s in folder %s. Give another folder: two agents in one would stop each other."
        .formatted(
            wanted.door().host(), wanted.door().port(), wanted.door().user(), wanted.folder());
  }
}
