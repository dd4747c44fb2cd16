package io.crowdbench.provisioner.check;

import java.util.Locale;

/// What a [Survey] says of a machine and its folder.
///
/// @param address the host as sentences name it
record Findings(CheckReport report, Survey survey, String address, String folder) {

  /// Runtime, agent and their packed forms take 120 MB; the rest is for bundles and logs.
  static final long NEEDED_DISK_MB = 300;

  /// The agent, and a runner of a small crowd.
  static final long NEEDED_MEMORY_MB = 700;

  void add(Platform ours) {
    platform(ours);
    if (survey.unpacks()) {
      report.ok(Item.TOOLS, "there");
    } else {
      report.failed(
          Item.TOOLS,
          "missing",
          "%s lacks tar or gzip, which unpack the runtime.".formatted(address),
          "Install them there.");
    }
    memory();
    place();
    services();
    load();
  }

  private void platform(Platform ours) {
    var theirs = new Platform(survey.kernel(), survey.processor());
    if (!theirs.equals(ours)) {
      report.failed(
          Item.SYSTEM,
          theirs.toString(),
          "%s is %s, and this Crowdbench can only install on %s, what it runs on itself."
              .formatted(address, theirs, ours),
          "Use a machine of that kind, or a Crowdbench that runs on one like %s."
              .formatted(address));
      report.skipped(Item.C_LIBRARY, "of another system");
      return;
    }
    report.ok(Item.SYSTEM, theirs.toString());
    if (ours.isLinux() && !survey.glibc()) {
      report.failed(
          Item.C_LIBRARY,
          "not GNU's",
          "%s has no GNU C library, which the runtime that is installed needs.".formatted(address),
          "Use a distribution with glibc, such as Debian, Ubuntu or Fedora.");
    } else {
      report.ok(Item.C_LIBRARY, ours.isLinux() ? "GNU" : "the system's");
    }
  }

  private void memory() {
    var found =
        format("%,d MB", survey.memoryMb())
            + (survey.availableMb() < 0 ? "" : format(", %,d MB free", survey.availableMb()))
            + format(", %d processors", survey.processors());
    if (survey.availableMb() >= 0 && survey.availableMb() < NEEDED_MEMORY_MB) {
      report.warning(
          Item.MEMORY,
          found,
          "A small crowd takes %d MB. End what else runs on %s, or give it more memory."
              .formatted(NEEDED_MEMORY_MB, address));
    } else {
      report.ok(Item.MEMORY, found);
    }
  }

  private void place() {
    if (!survey.folderProblem().isEmpty()) {
      report.failed(
          Item.FOLDER,
          folder + ": " + survey.folderProblem(),
          "Could not write in folder %s on %s: %s."
              .formatted(folder, address, survey.folderProblem()),
          "Give the login the right to write there, or give the slave another folder.");
      report.skipped(Item.EXECUTABLE, "not looked at: nothing can be written");
      report.skipped(Item.DISK, "not looked at: nothing can be written");
      return;
    }
    report.ok(Item.FOLDER, folder);
    if (survey.execProblem().isEmpty()) {
      report.ok(Item.EXECUTABLE, "programs run there");
    } else {
      report.failed(
          Item.EXECUTABLE,
          survey.execProblem(),
          "Could not run a program in folder %s on %s: %s."
              .formatted(folder, address, survey.execProblem()),
          "It is probably mounted with noexec: give the slave a folder on another file system, or mount this one without it.");
    }
    disk();
  }

  private void disk() {
    if (survey.freeDiskMb() < 0) {
      report.skipped(Item.DISK, "df did not tell");
    } else if (survey.freeDiskMb() < NEEDED_DISK_MB) {
      report.failed(
          Item.DISK,
          format("%,d MB left", survey.freeDiskMb()),
          "Folder %s on %s has %d MB left, and Crowdbench needs %d MB."
              .formatted(folder, address, survey.freeDiskMb(), NEEDED_DISK_MB),
          "Make room, or give the slave a folder on another disk.");
    } else {
      report.ok(Item.DISK, format("%,d MB left", survey.freeDiskMb()));
    }
  }

  private void services() {
    report.ok(
        Item.SERVICES,
        survey.systemd()
            ? survey.cron() ? "both there" : "systemd"
            : survey.cron() ? "cron" : "neither");
  }

  private void load() {
    if (survey.load() < 0) {
      report.skipped(Item.LOAD, "the system does not tell");
      return;
    }
    var found = format("%.2f on %d processors", survey.load(), survey.processors());
    if (survey.load() > 0.5 * survey.processors()) {
      report.warning(
          Item.LOAD,
          found,
          "Something uses %s already, and its latencies would be measured along. End that, or use another machine."
              .formatted(address));
    } else {
      report.ok(Item.LOAD, found);
    }
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
