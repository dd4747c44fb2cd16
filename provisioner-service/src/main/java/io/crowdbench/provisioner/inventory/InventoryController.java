package io.crowdbench.provisioner.inventory;

import io.crowdbench.api.SlaveDraft;
import io.crowdbench.kit.Refused;
import io.crowdbench.provisioner.slave.SlaveViews;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads texts with slaves, which registers nothing, and writes all slaves as one.
@RestController
@RequestMapping("/api/slaves")
class InventoryController {

  private static final int MAX_CHARACTERS = 1_000_000;

  private final SlaveViews views;

  InventoryController(SlaveViews views) {
    this.views = views;
  }

  @PostMapping(path = "/read", consumes = MediaType.TEXT_PLAIN_VALUE)
  SlaveDraft read(@RequestBody(required = false) String text) {
    if (text != null && text.length() > MAX_CHARACTERS) {
      throw Refused.invalid(List.of("The text has more than 1,000,000 characters. Split it."));
    }
    return SlaveTexts.read(text == null ? "" : text);
  }

  @GetMapping(path = "/export", produces = "application/yaml;charset=UTF-8")
  String export() {
    return SlaveExport.yaml(views.all());
  }
}
