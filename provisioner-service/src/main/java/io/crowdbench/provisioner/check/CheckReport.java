package io.crowdbench.provisioner.check;

import io.crowdbench.api.CheckLine;
import io.crowdbench.api.CheckLine.Outcome;
import java.util.ArrayList;
import java.util.List;

/// What a check found so far: a line for each thing that was looked at, and a sentence for each
/// that keeps the slave from carrying load.
final class CheckReport {

  private final List<CheckLine> lines = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  void ok(Item item, String found) {
    ok(item, found, 0);
  }

  void ok(Item item, String found, long millis) {
    lines.add(new CheckLine(item.words(), Outcome.OK, found, null, millis));
  }

  /// @param remedy a whole sentence
  void warning(Item item, String found, String remedy) {
    lines.add(new CheckLine(item.words(), Outcome.WARNING, found, remedy, 0));
  }

  /// @param found in a few words
  /// @param remedy a whole sentence
  /// @param happened what was tried and what came back, a whole sentence
  void failed(Item item, String found, String happened, String remedy) {
    failed(item, found, happened, remedy, 0);
  }

  void failed(Item item, String found, String happened, String remedy, long millis) {
    lines.add(new CheckLine(item.words(), Outcome.FAILED, found, remedy, millis));
    problems.add(happened + " " + remedy);
  }

  /// Its sentence says all there is to say.
  void failed(Item item, String found, String sentence, long millis) {
    lines.add(new CheckLine(item.words(), Outcome.FAILED, found, sentence, millis));
    problems.add(sentence);
  }

  void skipped(Item item, String why) {
    lines.add(new CheckLine(item.words(), Outcome.SKIPPED, why, null, 0));
  }

  /// Every thing that has no line yet could not be looked at.
  void skipRest(String why) {
    for (var item : Item.values()) {
      if (lines.stream().noneMatch(line -> line.what().equals(item.words()))) {
        skipped(item, why);
      }
    }
  }

  /// In the order of [Item].
  List<CheckLine> lines() {
    var ordered = new ArrayList<CheckLine>();
    for (var item : Item.values()) {
      lines.stream().filter(line -> line.what().equals(item.words())).forEach(ordered::add);
    }
    return ordered;
  }

  /// Empty when the slave is fit.
  List<String> problems() {
    return List.copyOf(problems);
  }
}
