package io.crowdbench.provisioner.slave;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.api.SlaveView;
import io.crowdbench.kit.Problem;
import io.crowdbench.kit.Refused;
import io.crowdbench.kit.web.Page;
import io.crowdbench.kit.web.PageRequest;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Registers slaves and shows them.
@RestController
@RequestMapping("/api/slaves")
class SlaveController {

  private final Slaves slaves;
  private final SlaveRegistry register;
  private final LastSeen lastSeen;
  private final Vault vault;
  private final SecureRandom random = new SecureRandom();

  SlaveController(Slaves slaves, SlaveRegistry register, LastSeen lastSeen, Vault vault) {
    this.slaves = slaves;
    this.register = register;
    this.lastSeen = lastSeen;
    this.vault = vault;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SlaveView register(@RequestBody SlaveRequest request) {
    var registration = request.registration();
    var problems = registration.problems();
    if (slaves.existsByName(registration.name())) {
      problems.add(Problem.of(nameTaken(registration), "name"));
    }
    if (slaves.existsByHostAndPortAndLoginAndFolder(
        registration.host(), registration.port(), registration.user(), registration.folder())) {
      problems.add(
          Problem.of(
              "There already is a slave at %s:%d as %s in folder %s. Give another folder: two agents in one would stop each other."
                  .formatted(
                      registration.host(),
                      registration.port(),
                      registration.user(),
                      registration.folder()),
              "folder"));
    }
    if (!problems.isEmpty()) {
      throw Refused.invalidParts(problems);
    }
    var slave = slave(registration);
    try {
      register.add(slave);
    } catch (DuplicateKeyException e) {
      throw Refused.invalidParts(List.of(Problem.of(nameTaken(registration), "name")));
    }
    return view(slave);
  }

  /// @param after name of the slave that the part follows on
  /// @param name a part of the names that are wanted, whatever the case; all by default
  @GetMapping
  ResponseEntity<List<SlaveView>> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(defaultValue = "") String name) {
    var request = PageRequest.of(after, limit, List.of());
    var found =
        slaves.findAllByNamePart(name, requireNonNullElse(after, ""), request.limit() + 1).stream()
            .map(this::view)
            .toList();
    return Page.of(request, found, slaves.countByNamePart(name), SlaveView::name).answer();
  }

  @GetMapping("/{id}")
  SlaveView one(@PathVariable String id) {
    return register.find(id).map(this::view).orElseThrow(() -> Refused.unknown("slave", id));
  }

  private SlaveView view(Slave slave) {
    return SlaveViews.of(slave, lastSeen.lastSeen(slave.id()));
  }

  private Slave slave(Registration registration) {
    var id = new BigInteger(64, random).toString(36);
    return new Slave(
        id,
        0,
        registration.name(),
        registration.host(),
        registration.port(),
        registration.user(),
        registration.folder(),
        registration.secretKind(),
        vault.seal(id, registration.secret()),
        null,
        SlaveStage.REGISTERED,
        0,
        List.of(),
        null,
        null,
        false);
  }

  private static String nameTaken(Registration registration) {
    return "There already is a slave named %s. Give this one another name."
        .formatted(registration.name());
  }
}
