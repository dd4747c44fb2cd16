package io.crowdbench.provisioner.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.api.CheckLine;
import io.crowdbench.api.CheckLine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Platform OURS = new Platform("Linux", "x86_64");
  private static final String FIT =
      """
      --- what Crowdbench found ---
      kernel=Linux
      processor=x86_64
      processors=4
      memoryKb=8388608
      availableKb=4194304
      glibc=yes
      unpacks=yes
      openFiles=1048576
      ports=32768	60999
      load=0.25
      systemd=yes
      freeKb=1048576
      """;

  @Test
  void readsWhatTheScriptFound() {
    var survey = Survey.read("kernel=nonsense of a profile\nWelcome to lab-3!\n" + FIT);
    assertThat(survey.facts().system()).isEqualTo("Linux x86_64");
    assertThat(survey.facts().memoryMb()).isEqualTo(8192);
    assertThat(survey.facts().freeDiskMb()).isEqualTo(1024);
    assertThat(survey.ports()).isEqualTo(28_232);
    assertThat(problems(FIT)).isEmpty();
    assertThat(report(FIT).lines()).allMatch(line -> line.outcome() == Outcome.OK);
  }

  @Test
  void tellsOfAnotherProcessorAndAFullDiskAtOnce() {
    assertThat(problems(FIT.replace("x86_64", "aarch64").replace("freeKb=1048576", "freeKb=10240")))
        .containsExactly(
            "lab-3:22 is Linux aarch64, and this Crowdbench can only install on Linux x86_64, what it runs on itself. Use a machine of that kind, or a Crowdbench that runs on one like lab-3:22.",
            "Folder /srv/bench on lab-3:22 has 10 MB left, and Crowdbench needs 300 MB. Make room, or give the slave a folder on another disk.");
  }

  @Test
  void tellsOfAForeignLibraryAndMissingTools() {
    assertThat(problems(FIT.replace("glibc=yes\n", "").replace("unpacks=yes\n", "")))
        .containsExactly(
            "lab-3:22 has no GNU C library, which the runtime that is installed needs. Use a distribution with glibc, such as Debian, Ubuntu or Fedora.",
            "lab-3:22 lacks tar or gzip, which unpack the runtime. Install them there.");
  }

  @Test
  void tellsOfAFolderWhereNoProgramRuns() {
    var report = report(FIT + "execProblem=/srv/bench/.probe: Permission denied\n");
    assertThat(report.problems())
        .containsExactly(
            "Could not run a program in folder /srv/bench on lab-3:22: /srv/bench/.probe: Permission denied. It is probably mounted with noexec: give the slave a folder on another file system, or mount this one without it.");
    assertThat(line(report, Item.EXECUTABLE).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void saysHowManyUsersTheLimitsAllow() {
    assertThat(line(report(FIT), Item.OPEN_FILES).found())
        .isEqualTo("1,048,576: for about 1,048,376 users");
    var low = report(FIT.replace("openFiles=1048576", "openFiles=1024"));
    assertThat(low.problems()).isEmpty();
    assertThat(line(low, Item.OPEN_FILES))
        .isEqualTo(
            new CheckLine(
                "open files",
                Outcome.WARNING,
                "1,024: for about 824 users",
                "Raise the hard limit “nofile” of the login in /etc/security/limits.conf, or spread the users over more slaves.",
                0));
    assertThat(line(report(FIT.replace("32768\t60999", "50000 51000")), Item.PORTS).outcome())
        .isEqualTo(Outcome.WARNING);
  }

  @Test
  void tellsOfLoadAndOfLittleMemory() {
    assertThat(line(report(FIT.replace("load=0.25", "load=3.50")), Item.LOAD).outcome())
        .isEqualTo(Outcome.WARNING);
    assertThat(line(report(FIT.replace("availableKb=4194304", "availableKb=102400")), Item.MEMORY))
        .matches(line -> line.outcome() == Outcome.WARNING)
        .extracting(CheckLine::found)
        .isEqualTo("8,192 MB, 100 MB free, 4 processors");
  }

  @Test
  void whatASystemDoesNotTellIsSkipped() {
    var report = report(FIT.replace("openFiles=1048576\n", "").replace("load=0.25\n", ""));
    assertThat(line(report, Item.OPEN_FILES).outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(line(report, Item.LOAD).outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void estimatesTheClocksOffset() {
    var report = new CheckReport();
    ClockLine.add(
        report,
        "lab-3:22",
        "Hello!\ntime=1000000012.500000000\n",
        1_000_000_000_000L,
        1_000_000_000_400L);
    assertThat(line(report, Item.CLOCK).found()).isEqualTo("+12.30 s, give or take 0.20 s");
    assertThat(line(report, Item.CLOCK).outcome()).isEqualTo(Outcome.WARNING);
    var whole = new CheckReport();
    // As busybox has it.
    ClockLine.add(whole, "lab-3:22", "time=1000000000.%N", 1_000_000_000_000L, 1_000_000_000_400L);
    assertThat(line(whole, Item.CLOCK).outcome()).isEqualTo(Outcome.OK);
  }

  private static CheckLine line(CheckReport report, Item item) {
    return report.lines().stream()
        .filter(line -> line.what().equals(item.words()))
        .findFirst()
        .orElseThrow();
  }

  private static CheckReport report(String output) {
    var report = new CheckReport();
    var survey = Survey.read(output);
    new Findings(report, survey, "lab-3:22", "/srv/bench").add(OURS);
    LimitLines.add(report, survey);
    return report;
  }

  private static List<String> problems(String output) {
    return report(output).problems();
  }
}
