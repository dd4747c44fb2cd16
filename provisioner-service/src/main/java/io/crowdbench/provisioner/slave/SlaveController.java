package io.crowdbench.provisioner.slave;

import static java.util.Objects.requireNonNullElse;

import io.crowdbench.api.SlaveView;
import io.crowdbench.kit.Refused;
import io.crowdbench.kit.web.Page;
import io.crowdbench.kit.web.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Registers slaves, changes what is known of them, and shows them.
@RestController
@RequestMapping("/api/slaves")
class SlaveController {

  private final Slaves slaves;
  private final SlaveRegistry register;
  private final Definitions definitions;
  private final SlaveViews views;

  SlaveController(
      Slaves slaves, SlaveRegistry register, Definitions definitions, SlaveViews views) {
    this.slaves = slaves;
    this.register = register;
    this.definitions = definitions;
    this.views = views;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SlaveView register(@RequestBody SlaveRequest request) {
    return views.of(definitions.register(request.registration()));
  }

  /// What is new about its address or secret takes effect at the next connection.
  @PatchMapping("/{id}")
  SlaveView change(@PathVariable String id, @RequestBody ChangeRequest request) {
    return views.of(definitions.change(id, request));
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
        views.of(
            slaves.findAllByNamePart(name, requireNonNullElse(after, ""), request.limit() + 1));
    return Page.of(request, found, slaves.countByNamePart(name), SlaveView::name).answer();
  }

  @GetMapping("/{id}")
  SlaveView one(@PathVariable String id) {
    return register.find(id).map(views::of).orElseThrow(() -> Refused.unknown("slave", id));
  }
}
