package io.crowdbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlavesCommandTest {

  private static final String ALL = "GET /api/slaves?limit=1000";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
    server.on(
        ALL,
        200,
        "[%s,%s]"
            .formatted(
                slave("a1", "lab-1", "READY", "[\"fast\",\"lab\"]"),
                slave("b2", "lab-2", "UNUSABLE", "[\"lab\"]")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsThoseWithALabel() {
    assertThat(run("--label", "fast")).isZero();
    assertThat(out.toString()).contains("lab-1", "fast,lab", "ready").doesNotContain("lab-2");
  }

  @Test
  void listsAsJson() {
    assertThat(run("list", "--json")).isZero();
    assertThat(out.toString()).startsWith("[").contains("\"name\" : \"lab-2\"");
  }

  @Test
  void checksAllOfALabelAndPrintsTheLines() {
    server.on("POST /api/slaves/a1/check", 202, "");
    server.on("POST /api/slaves/b2/check", 202, "");
    server.on("GET /api/slaves/a1", 200, slave("a1", "lab-1", "CHECKED", "[]"));
    server.on("GET /api/slaves/b2", 200, slave("b2", "lab-2", "UNUSABLE", "[]"));

    assertThat(run("check", "--label", "lab")).isEqualTo(1);

    assertThat(out.toString())
        .contains(
            "lab-1: checked",
            "lab-2: unusable",
            "  failed  disk space           10 MB left",
            "  warning open files           1,024",
            "          Raise the limit.");
  }

  @Test
  void wantsNamesOrALabelOrAll() {
    assertThat(run("check")).isEqualTo(2);
    assertThat(run("stop", "lab-1", "--all")).isEqualTo(2);
    assertThat(err.toString()).contains("Give either names of slaves, or --label, or --all.");
  }

  @Test
  void namesAllThatAreNotThere() {
    assertThat(run("install", "lab-1", "lab-7", "lab-8")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no slave lab-7, lab-8.");
  }

  @Test
  void changesWhatIsGivenAndNothingElse() throws IOException {
    var key = Files.writeString(folder.resolve("key"), "the key");
    server.on("PATCH /api/slaves/a1", 200, slave("a1", "renamed", "READY", "[]"));

    assertThat(run("edit", "lab-1", "--name", "renamed", "--key", key.toString(), "--label", "new"))
        .isZero();

    assertThat(server.requests().getLast())
        .startsWith("PATCH /api/slaves/a1 {")
        .contains(
            "\"name\":\"renamed\"",
            "\"privateKey\":\"the key\"",
            "\"labels\":[\"new\"]",
            "\"host\":null",
            "\"noJump\":null");
  }

  @Test
  void importsAllAndListsEveryProblem() throws IOException {
    var key = Files.writeString(folder.resolve("key"), "the key");
    var list = Files.writeString(folder.resolve("slaves.txt"), "lab-[3-4]\n?\n");
    server.on(
        "POST /api/slaves/read",
        200,
        """
        {"format":"LINES","problems":["Line 2: this is no address."],"slaves":[
          {"name":"lab-3","host":"lab-3","labels":["web"]},
          {"name":"lab-4","host":"lab-4","jump":{"host":"gate","port":22,"user":"guard"}}]}
        """);
    server.on("POST /api/slaves", 422, "{\"problems\":[\"There already is a slave named so.\"]}");

    assertThat(
            run(
                "import",
                list.toString(),
                "--user",
                "bench",
                "--key",
                key.toString(),
                "--label",
                "lab"))
        .isEqualTo(1);

    assertThat(out.toString()).contains("Added 0 of 2 slaves.");
    assertThat(err.toString())
        .contains(
            "Line 2: this is no address.",
            "lab-3: There already is a slave named so.",
            "lab-4: There already is a slave named so.");
    assertThat(server.requests().get(1))
        .contains("\"user\":\"bench\"", "\"labels\":[\"web\",\"lab\"]", "the key");
    assertThat(server.requests().get(2))
        .contains("\"jump\":{\"host\":\"gate\",\"port\":22,\"user\":\"guard\"");
  }

  @Test
  void acceptsTheKeyThatIsNamed() {
    server.on("POST /api/slaves/a1/accept-key", 200, slave("a1", "lab-1", "REGISTERED", "[]"));

    assertThat(run("accept-key", "lab-1", "SHA256:new")).isZero();

    assertThat(server.requests().getLast())
        .isEqualTo("POST /api/slaves/a1/accept-key {\"hostKey\":\"SHA256:new\"}");
  }

  @Test
  void showsTheEndOfALog() {
    server.onText("GET /api/slaves/a1/log?run=r1&lines=20", "the last words\n");

    assertThat(run("logs", "lab-1", "--run", "r1", "-n", "20")).isZero();

    assertThat(out.toString()).isEqualTo("the last words\n");
  }

  @Test
  void uninstallsAllAndSaysWhatIsLeft() {
    server.on("POST /api/slaves/a1/uninstall", 202, "");
    server.on(
        "POST /api/slaves/b2/uninstall", 409, "{\"problems\":[\"lab-2 is checking already.\"]}");
    server.on("GET /api/slaves/a1", 200, slave("a1", "lab-1", "REGISTERED", "[]"));

    assertThat(run("uninstall", "--all")).isEqualTo(1);

    assertThat(out.toString())
        .contains("lab-1: registered", "lab-2: not begun", "  lab-2 is checking already.");
  }

  private static String slave(String id, String name, String stage, String labels) {
    return """
    {"id":"%s","name":"%s","host":"%2$s","port":22,"user":"bench","login":"PASSWORD","stage":"%s",
     "labels":%s,"folder":".crowdbench","epoch":1,"tunnelled":false,"problems":[],"checks":[
       {"what":"disk space","outcome":"FAILED","found":"10 MB left","remedy":"Make room.","millis":0},
       {"what":"open files","outcome":"WARNING","found":"1,024","remedy":"Raise the limit.","millis":0}]}
    """
        .formatted(id, name, stage, labels);
  }

  private int run(String... arguments) {
    var all = new ArrayList<>(List.of("slaves"));
    all.addAll(List.of(arguments));
    all.add("--server");
    all.add(server.url());
    return Crowdbench.execute(
        Crowdbench.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true)),
        all.toArray(String[]::new));
  }
}
