package io.crowdbench.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserIdsTest {

  @Test
  void takesPlainLinesForIds() {
    var users = read("\uFEFFanna\n\n bob \r\nid, with a comma\n");

    assertThat(users.ids()).containsExactly("anna", "bob", "id, with a comma");
    assertThat(users.columns()).isEmpty();
    assertThat(text(users.asFile())).isEqualTo("anna\nbob\nid, with a comma\n");
  }

  @Test
  void takesAFirstLineWithACommaForTheNamesOfColumns() {
    var users = read("id,password, city \nanna,\"a,\"\"b\"\"\",Ulm\n\nbob,c\td,\n");

    assertThat(users.problems()).isEmpty();
    assertThat(users.ids()).containsExactly("anna", "bob");
    assertThat(text(users.asFile())).isEqualTo("anna\nbob\n");
    assertThat(text(users.asTable()))
        .isEqualTo("id\tpassword\tcity\nanna\ta,\"b\"\tUlm\nbob\tc d\t\n");
  }

  @Test
  void refusesLinesThatDoNotFitTheColumns() {
    assertThat(read("id,password\nanna\nbob,1\n,2\nbob,3").problems())
        .containsExactly(
            "The first line of users.txt names 2 columns, but these lines do not have as many, or have no id: 2, 4. Give each all of them.",
            "users.txt names user ids more than once: bob on lines 3 and 5. Name each once.");
    assertThat(read("id,id\na,b").problems())
        .containsExactly(
            "The first line of users.txt has commas, so it names columns, but not each by a name of its own: id,id. Give each one.");
    assertThat(read("id,password\n").problems())
        .containsExactly("users.txt holds no user ids. Write one per line.");
  }

  private static UserIds read(String text) {
    return UserIds.of(List.of(new NamedFile("users.txt", text.getBytes(StandardCharsets.UTF_8))));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
