package io.crowdbench.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.bundles.BundleBuilder.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleBuilderTest {

  @TempDir Path directory;

  @Test
  void theSameContentGivesTheSameBytes() throws Exception {
    var first = (Result.Built) build("Buy.java", Uploads.action("Buy"), "users.txt", "a\nb");
    var second = (Result.Built) build("users.txt", "a\nb\n", "Buy.java", Uploads.action("Buy"));
    assertThat(BundleJar.hash(first.jar().content()))
        .isEqualTo(BundleJar.hash(second.jar().content()));
    assertThat(first.actions()).containsExactly(Map.entry("Buy", "shop.Buy"));
    assertThat(first.userIds()).isEqualTo(2);
  }

  @Test
  void refusesAnUploadWithoutActions() throws Exception {
    assertThat(problems("Note.java", "public class Note {}", "users.txt", "a"))
        .containsExactly(
            "There is no action in it. An action is a public class that implements io.crowdbench.actions.Action; upload its .java file, or a .jar with it.");
  }

  @Test
  void helpsWhereARequestIsWrittenBehindItsAnswer() throws Exception {
    var source =
        Uploads.action("Buy")
            .replace("{}", "{ user.get(\"/\").as(\"home\"); var a = user.post(\"/\"); a.send(); }");

    assertThat(problems("Buy.java", source, "users.txt", "a"))
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .contains(
                        "so say before what it has: user.get(address, r -> r.as(…)) (public void run"),
            other ->
                assertThat(other)
                    .contains("requests are sent at once: leave send() out (public void run"));
  }

  @Test
  void refusesTwoActionsOfOneName() throws Exception {
    var other = Uploads.action("Buy").replace("package shop", "package till");
    assertThat(problems("a/Buy.java", Uploads.action("Buy"), "b/Buy.java", other, "users.txt", "a"))
        .containsExactly(
            "There are two actions named Buy: shop.Buy and till.Buy. Plans name actions by their simple name; rename one.");
  }

  @Test
  void refusesAnActionThatCannotBeMade() throws Exception {
    var source = Uploads.action("Buy").replace("@Override", "public Buy(int count) {}\n@Override");
    assertThat(problems("Buy.java", source, "users.txt", "a"))
        .containsExactly(
            "The action shop.Buy has no public constructor without parameters. Give it one: each user gets an instance of its own.");
  }

  @Test
  void refusesUserIdsThatComeTwice() throws Exception {
    assertThat(problems("Buy.java", Uploads.action("Buy"), "users.txt", "a\nb\na\n"))
        .containsExactly(
            "users.txt names user ids more than once: a on lines 1 and 3. Name each once.");
  }

  @Test
  void refusesAJarThatIsNone() throws Exception {
    assertThat(problems("Buy.java", Uploads.action("Buy"), "lib.jar", "no zip", "users.txt", "a"))
        .singleElement()
        .asString()
        .startsWith("lib.jar is not a jar: ");
  }

  private List<String> problems(String... namesAndTexts) throws Exception {
    return ((Result.Refused) build(namesAndTexts)).problems();
  }

  private Result build(String... namesAndTexts) throws Exception {
    var files = new ArrayList<NamedFile>();
    for (var i = 0; i < namesAndTexts.length; i += 2) {
      var content = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
      files.add(new NamedFile(namesAndTexts[i], content));
    }
    var api =
        Class.forName(ActionFinder.ACTION).getProtectionDomain().getCodeSource().getLocation();
    var folder = Files.createTempDirectory(directory, "build");
    return new BundleBuilder(folder, Path.of(api.toURI())).build(files);
  }
}
