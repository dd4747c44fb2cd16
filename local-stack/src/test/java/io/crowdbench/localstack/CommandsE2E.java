package io.crowdbench.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.cli.Crowdbench;
import io.crowdbench.embedded.EmbeddedSlave;
import io.crowdbench.localstack.demo.DemoPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The whole job by commands alone, as a script does it: from a machine to a summary and back.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CommandsE2E {

  private static final String KEY =
      """
      -----BEGIN PRIVATE KEY-----
      bm8ga2V5
      -----END PRIVATE KEY-----
      """;

  private final Path folder;
  private final StackSettings stack;
  private EmbeddedSlave slave;
  private String bundle = "";
  private String out = "";
  private String err = "";

  CommandsE2E(LocalStack stack, @TempDir Path folder) {
    this.folder = folder;
    this.stack = stack.settings();
  }

  @BeforeAll
  void start() throws IOException {
    slave = EmbeddedSlave.start(folder.resolve("slave"), 0, "bench", "correct-horse");
  }

  @AfterAll
  void stop() throws IOException {
    slave.close();
  }

  private int run(String... arguments) {
    var printed = new StringWriter();
    var refused = new StringWriter();
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", stack.url()));
    var code =
        Crowdbench.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(refused, true))
            .execute(all.toArray(String[]::new));
    out = printed.toString();
    err = refused.toString();
    return code;
  }

  @Test
  @Order(1)
  void aSlaveThatCannotBeAddedIsRefusedWithAllProblems() throws Exception {
    var key = Files.writeString(folder.resolve("key"), KEY);

    assertThat(run("slaves", "add", "lab", "bench@-lab:99999", "--key", key.toString())).isOne();

    assertThat(err).contains("host").contains("65535").contains("private key cannot be read");
    assertThat(err).doesNotContain("bm8ga2V5").doesNotContain("Exception");
  }

  @Test
  @Order(2)
  void saysThatAllPartsAreUp() {
    assertThat(run("health")).as(out + err).isZero();
    assertThat(out).containsPattern("Kafka +up").containsPattern("PostgreSQL +up");
  }

  @Test
  @Order(2)
  void saysWhichSlavesThereAreNot() {
    assertThat(run("slaves", "deploy", "nobody", "nowhere")).isOne();
    assertThat(err).contains("There is no slave nobody, nowhere.");
  }

  @Test
  @Order(3)
  void actionsThatDoNotCompileAreRefusedWithTheirLines() throws Exception {
    var source = Files.writeString(folder.resolve("Odd.java"), "public class Odd { int x = y; }");
    var users = Files.writeString(folder.resolve("users.txt"), "anna\nbert\ncaro\n");

    assertThat(run("bundles", "upload", "odd", source.toString(), users.toString())).isOne();

    assertThat(err).contains("Odd.java:1:").contains("cannot find symbol");
  }

  @Test
  @Order(4)
  void actionsAreUploaded() {
    var shop = Path.of("../examples/shop/src/main/java/shop");

    assertThat(
            run(
                "bundles",
                "upload",
                "by-command",
                shop.resolve("Browse.java").toString(),
                shop.resolve("Buy.java").toString(),
                "../examples/shop/users.txt"))
        .as(err)
        .isZero();

    bundle = out.lines().toList().getLast();
    assertThat(bundle).hasSize(64);
    assertThat(run("bundles")).isZero();
    assertThat(out).contains("by-command").contains("Browse, Buy");
  }

  @Test
  @Order(5)
  void aPlanIsRefusedWithAllProblemsOrShownInWords() throws Exception {
    var odd = Files.writeString(folder.resolve("odd.json"), "{\"name\": \"odd\", \"steps\": []}");
    assertThat(run("plans", "create", odd.toString())).isOne();
    assertThat(err.lines().count()).isGreaterThan(2);

    var broken = Files.writeString(folder.resolve("broken.json"), "{");
    assertThat(run("plans", "create", broken.toString())).isOne();
    assertThat(err).contains("broken.json is not JSON");
  }

  @Test
  @Order(6)
  void aRunIsWatchedToItsEndAndSummedUp() throws Exception {
    var demo = SharedStack.demo(stack, 3);
    // Makes the two slaves ready.
    var _ = DemoPlan.make(demo, new PrintWriter(Writer.nullWriter()));
    var plan =
        Files.writeString(
            folder.resolve("plan.json"),
            """
            {"name": "By command", "bundle": "%s", "target": "%s", "slaves": ["slave-1", "slave-2"],
             "steps": [{"seconds": 5, "change": {"Browse": 4, "Buy": 2}}]}
            """
                .formatted(bundle, demo.site()));
    assertThat(run("plans", "create", plan.toString())).as(err).isZero();
    assertThat(out).contains("Step 1").contains("Plan ");

    assertThat(run("runs", "start", "By command", "--watch")).as(err + out).isZero();

    assertThat(out)
        .contains("Watch it at " + stack.url() + "/runs/")
        .contains("The run is completed: All steps were done.")
        .containsPattern("operation +Buy +POST /cart +\\d+");
    var id = out.lines().findFirst().orElseThrow().replace("Run ", "");
    var atTheEnd = out.substring(out.indexOf("KIND"));
    assertThat(run("runs", "summary", id)).isZero();
    // Nothing came later.
    assertThat(out).endsWith(atTheEnd);
    assertThat(run("runs", "show", id)).isZero();
    assertThat(out).contains("slave-1").contains("finished");
    assertThat(run("runs")).isZero();
    assertThat(out).contains(id).contains("completed");
    assertThat(run("runs", "stop", id)).isOne();
    assertThat(err).contains("has ended already");
  }
}
