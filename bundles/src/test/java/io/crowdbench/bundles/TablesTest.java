package io.crowdbench.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void readsEachFile() {
    var tables =
        tables("b.csv", "\uFEFFid, name\r\n\r\n1,\"a,\tb\"\n2,\n", "a.csv", "word\nhello\n");

    assertThat(tables.problems()).isEmpty();
    assertThat(tables.files().keySet()).containsExactly("a.csv", "b.csv");
    assertThat(tables.files().get("b.csv"))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("id\tname\n1\ta, b\n2\t\n");
  }

  @Test
  void tellsAllThatIsWrong() {
    assertThat(
            tables(
                    "a.csv",
                    "id,id\n1\n2,3\n4,5,6\n",
                    "b.csv",
                    "id\n",
                    "b.csv",
                    "id\n1\n",
                    "c.csv",
                    "")
                .problems())
        .containsExactly(
            "The first line of a.csv does not name each column by a name of its own: id,id. Give each one.",
            "The first line of a.csv names 2 columns, but these lines do not have as many: 2, 4. Give each all of them.",
            "b.csv has no rows. Below a line that names columns write some.",
            "There are two files named b.csv. Upload one.",
            "c.csv has no rows. Below a line that names columns write some.");
  }

  private static Tables tables(String... namesAndTexts) {
    var files = new ArrayList<NamedFile>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(
          new NamedFile(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8)));
    }
    return Tables.of(files);
  }
}
