package io.crowdbench.provisioner.check;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with a host, by what a [Survey] found.
final class Findings {

  /// Runtime, agent and their packed forms take 120 MB; the rest is for bundles and logs.
  static final long NEEDED_DISK_MB = 300;

  private Findings() {}

  /// Every problem at once, one sentence each; empty when the host is fit.
  ///
  /// @param address the host as sentences name it
  static List<String> problems(Survey survey, Platform ours, String address, String folder) {
    var problems = new ArrayList<String>();
    var theirs = new Platform(survey.kernel(), survey.processor());
    if (!theirs.equals(ours)) {
      problems.add(
          "%s is %s, and this Crowdbench can only install on %s, what it runs on itself. Use a machine of that kind, or a Crowdbench that runs on one like %s."
              .formatted(address, theirs, ours, address));
    } else if (ours.isLinux() && !survey.glibc()) {
      problems.add(
          "%s has no GNU C library, which the runtime that is installed needs. Use a distribution with glibc, such as Debian, Ubuntu or Fedora."
              .formatted(address));
    }
    if (!survey.unpacks()) {
      problems.add(
          "%s lacks tar or gzip, which unpack the runtime. Install them there.".formatted(address));
    }
    if (!survey.folderProblem().isEmpty()) {
      problems.add(
          "Could not write in folder %s on %s: %s. Give the login the right to write there, or register the slave with another folder."
              .formatted(folder, address, survey.folderProblem()));
    } else if (survey.freeDiskMb() >= 0 && survey.freeDiskMb() < NEEDED_DISK_MB) {
      problems.add(
          "Folder %s on %s has %d MB left, and Crowdbench needs %d MB. Make room, or register the slave with a folder on another disk."
              .formatted(folder, address, survey.freeDiskMb(), NEEDED_DISK_MB));
    }
    return problems;
  }
}
