package io.crowdbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.embedded.TargetSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {

  private static final Path SHOP = Path.of("../examples/shop/src/main/java/shop");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void carriesOnePassOfAnExample() throws IOException {
    try (var site = TargetSite.start(0)) {
      var code = run(SHOP.resolve("Buy.java").toString(), "--user", "anna", "--base", site.url());

      assertThat(code).as(err.toString()).isZero();
      assertThat(site.requests()).isEqualTo(5);
    }
    assertThat(out.toString())
        .startsWith("Buy as anna against http://127.0.0.1:")
        .contains(">   user=anna", "= POST /checkout: passed", "5 requests passed, 0 failed.");
  }

  @Test
  void saysWhereASourceDoesNotCompile() throws IOException {
    var file = folder.resolve("Odd.java");
    Files.writeString(
        file,
        """
        public class Odd implements io.crowdbench.actions.Action {
          public void run(io.crowdbench.actions.User user) { user.got("/"); }
        }
        """);

    assertThat(run(file.toString())).isEqualTo(1);

    assertThat(err.toString())
        .startsWith("Odd.java:2:58: cannot find symbol")
        .contains("(public void run(io.crowdbench.actions.User user) { user.got(\"/\"); })");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(run("Nowhere.java")).isEqualTo(1);
    assertThat(err.toString()).startsWith("There is no file Nowhere.java.");
  }

  private int run(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "try";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Crowdbench.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
