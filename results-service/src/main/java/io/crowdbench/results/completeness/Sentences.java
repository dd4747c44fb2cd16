package io.crowdbench.results.completeness;

import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.messages.sample.OutcomeCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is wrong with a slave's results, in words.
final class Sentences {

  private Sentences() {}

  static String nothingCame(String name) {
    return name + " has sent no results: its part of the run is missing.";
  }

  static List<String> of(String name, StreamFacts stream) {
    var problems = new ArrayList<String>();
    if (!stream.ended()) {
      problems.add(
          stream.lastSecond() == null
              ? nothingCame(name)
              : text(
                  "%s has not ended its results (epoch %d): what it measured after second %d may be missing.",
                  name, stream.epoch(), stream.lastSecond()));
    }
    if (stream.missingRecords() > 0) {
      problems.add(
          text(
              "%,d of %s's records are missing (%s): what they held is not in the results.",
              stream.missingRecords(), name, numbers(stream)));
    }
    if (stream.missingRecords() < 0) {
      problems.add(
          text(
              "%s says that it sent %,d records, and %,d are stored.",
              name, stream.counted().batches(), stream.stored().batches()));
    }
    if (stream.fenced() > 0) {
      problems.add(
          text(
              "%,d records of %s's agent from before its restart (epoch %d) came after the restart and were left out.",
              stream.fenced(), name, stream.epoch()));
    }
    if (stream.untimed() > 0) {
      problems.add(
          text(
              "The latencies of %,d of %s's operations are missing: its runner ended before it could publish them. They are counted.",
              stream.untimed(), name));
    }
    if (stream.droppedLines() > 0) {
      problems.add(text("%s could not publish %,d debug lines.", name, stream.droppedLines()));
    }
    if (stream.droppedErrors() > 0) {
      problems.add(
          text(
              "%s met too many kinds of errors: %,d are counted under \"other errors\".",
              name, stream.droppedErrors()));
    }
    return problems;
  }

  static List<String> differences(String name, FinalCounters counted, FinalCounters stored) {
    var problems = new ArrayList<String>();
    problems.addAll(differences(name, "operations", counted.operations(), stored.operations()));
    problems.addAll(
        differences(name, "transactions", counted.transactions(), stored.transactions()));
    return problems;
  }

  private static List<String> differences(
      String name, String what, OutcomeCounts counted, OutcomeCounts stored) {
    var problems = new ArrayList<String>();
    difference(problems, name, "passed " + what, counted.passed(), stored.passed());
    difference(problems, name, "failed " + what, counted.failed(), stored.failed());
    difference(problems, name, "incomplete " + what, counted.incomplete(), stored.incomplete());
    return problems;
  }

  private static void difference(
      List<String> problems, String name, String what, long counted, long stored) {
    if (counted != stored) {
      problems.add(text("%s counted %,d %s, and %,d are stored.", name, counted, what, stored));
    }
  }

  private static String numbers(StreamFacts stream) {
    var named =
        stream.missing().stream()
            .map(number -> text("%,d", number))
            .collect(Collectors.joining(", "));
    var more = stream.missingRecords() > stream.missing().size() ? " and more" : "";
    return "number " + named + more;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ENGLISH, format, values);
  }
}
