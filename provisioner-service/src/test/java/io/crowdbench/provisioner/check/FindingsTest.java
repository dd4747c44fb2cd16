package io.crowdbench.provisioner.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Platform OURS = new Platform("Linux", "x86_64");
  private static final String FIT =
      """
      kernel=Linux
      processor=x86_64
      processors=4
      memoryKb=8388608
      glibc=yes
      unpacks=yes
      freeKb=1048576
      """;

  @Test
  void readsWhatTheScriptFound() {
    var survey = Survey.read("Welcome to lab-3!\n" + FIT);
    assertThat(survey.facts().system()).isEqualTo("Linux x86_64");
    assertThat(survey.facts().memoryMb()).isEqualTo(8192);
    assertThat(survey.facts().freeDiskMb()).isEqualTo(1024);
    assertThat(problems(FIT)).isEmpty();
  }

  @Test
  void tellsOfAnotherProcessorAndAFullDiskAtOnce() {
    assertThat(problems(FIT.replace("x86_64", "aarch64").replace("1048576", "10240")))
        .containsExactly(
            "lab-3:22 is Linux aarch64, and this Crowdbench can only install on Linux x86_64, what it runs on itself. Use a machine of that kind, or a Crowdbench that runs on one like lab-3:22.",
            "Folder /srv/bench on lab-3:22 has 10 MB left, and Crowdbench needs 300 MB. Make room, or register the slave with a folder on another disk.");
  }

  @Test
  void tellsOfAForeignLibraryAndMissingTools() {
    assertThat(problems(FIT.replace("glibc=yes\n", "").replace("unpacks=yes\n", "")))
        .containsExactly(
            "lab-3:22 has no GNU C library, which the runtime that is installed needs. Use a distribution with glibc, such as Debian, Ubuntu or Fedora.",
            "lab-3:22 lacks tar or gzip, which unpack the runtime. Install them there.");
  }

  private static List<String> problems(String output) {
    return Findings.problems(Survey.read(output), OURS, "lab-3:22", "/srv/bench");
  }
}
