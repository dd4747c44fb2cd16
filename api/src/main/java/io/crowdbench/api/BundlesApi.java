package io.crowdbench.api;

import java.nio.file.Path;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/bundles`, of provisioner-service.
public final class BundlesApi {

  private static final ParameterizedTypeReference<BundleView> ONE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<List<BundleView>> ALL =
      new ParameterizedTypeReference<>() {};

  private final ApiClient client;

  public BundlesApi(ApiClient client) {
    this.client = client;
  }

  /// The latest first.
  public Result<List<BundleView>> all() {
    return client.get("the bundles", ALL, "/api/bundles");
  }

  /// @param files sources, jars and a users.txt
  public Result<BundleView> upload(String name, List<Path> files) {
    return client.upload("upload bundle " + name, name, files, ONE, "/api/bundles");
  }
}
