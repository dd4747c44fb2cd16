package io.crowdbench.provisioner.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.Topics;
import io.crowdbench.messages.provisioning.BundleEvent;
import io.crowdbench.messages.provisioning.BundleUploaded;
import io.crowdbench.provisioner.Api;
import io.crowdbench.provisioner.ProvisionerStack;
import io.crowdbench.provisioner.Uploads;
import io.crowdbench.provisioner.Wire;
import io.crowdbench.provisioner.WithStack;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithStack.class)
class UploadBundleIT {

  private Api api;

  @BeforeEach
  void start(ProvisionerStack stack) {
    api = new Api(stack);
  }

  @Test
  void keepsABundleAndTellsIt(ProvisionerStack stack) {
    var files =
        Map.of(
            "Buy.java", Uploads.action("Buy"),
            "Look.java", Uploads.action("Look"),
            "users.txt", "anna\n\nbert\n");
    var first = api.upload("shop", files);
    assertThat(first.status()).isEqualTo(201);
    var hash = first.json().path("hash").asString();
    var again = api.upload("shop", files);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("hash").asString()).isEqualTo(hash);
    assertThat(api.get("/api/bundles/" + hash).json().path("actions").toString())
        .isEqualTo("[\"Buy\",\"Look\"]");
    try (var wire = new Wire(stack)) {
      assertThat(wire.heard(Topics.BUNDLE_EVENTS, BundleEvent.class))
          .filteredOn(each -> each.bundle().equals(hash))
          .allSatisfy(each -> assertThat(((BundleUploaded) each).userIds()).isEqualTo(2))
          .hasSize(2);
    }
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    var answer =
        api.upload(
            " ",
            Map.of(
                "Browse.java",
                Uploads.action("Browse").replace("{}", "{ user.fly(); }"),
                "notes.md",
                "nothing"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problems())
        .contains(
            "The bundle has no name. Give it one that people will know it by.",
            "notes.md is neither a .java file nor a .jar nor a .csv nor users.txt. Leave it out.",
            "There is no users.txt. Add one with a user id per line.")
        .anySatisfy(problem ->
            assertThat(problem)
                .startsWith("Browse.java:8:36: cannot find symbol; symbol: method fly()")
                .endsWith("(public void run(User user) { user.fly(); })"));
  }
}
