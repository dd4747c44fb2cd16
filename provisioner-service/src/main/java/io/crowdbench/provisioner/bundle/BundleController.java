package io.crowdbench.provisioner.bundle;

import io.crowdbench.bundles.NamedFile;
import io.crowdbench.kit.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Takes uploads of actions and shows what came of them.
@RestController
@RequestMapping("/api/bundles")
class BundleController {

  private final BundleUploads uploads;
  private final Bundles bundles;

  BundleController(BundleUploads uploads, Bundles bundles) {
    this.uploads = uploads;
    this.bundles = bundles;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Bundle> upload(
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable List<MultipartFile> files)
      throws IOException {
    var upload = new ArrayList<NamedFile>();
    for (var file : files == null ? List.<MultipartFile>of() : files) {
      var path = file.getOriginalFilename();
      upload.add(new NamedFile(path == null ? "" : path, file.getBytes()));
    }
    return switch (uploads.take(name == null ? "" : name.strip(), upload)) {
      case BundleUploads.Result.Refused(var found) -> throw Refused.invalid(found);
      case BundleUploads.Result.Kept(var bundle, var isNew) ->
          ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(bundle);
    };
  }

  @GetMapping
  List<Bundle> all() {
    return bundles.all();
  }

  @GetMapping("/{hash}")
  Bundle one(@PathVariable String hash) {
    return bundles.find(hash).orElseThrow(() -> Refused.unknown("bundle", hash));
  }
}
