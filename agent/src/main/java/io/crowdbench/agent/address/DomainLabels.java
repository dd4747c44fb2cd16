package io.crowdbench.agent.address;

import java.util.Set;

/// Rules for one part of a host's name, between its dots. UTS #46, 4.1, with RFC 5892 and RFC 5893.
final class DomainLabels {

  private static final int NON_JOINER = 0x200c;
  private static final int JOINER = 0x200d;

  private static final Set<Byte> RIGHT_TO_LEFT =
      Set.of(
          Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER);

  private static final Set<Byte> IN_EITHER =
      Set.of(
          Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
          Character.DIRECTIONALITY_NONSPACING_MARK);

  private DomainLabels() {}

  static boolean beginsWell(String label) {
    return label.isEmpty() || !isMark(label.codePointAt(0));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /// RFC 5892, A.1 and A.2.
  static boolean joinsWell(String label) {
    int[] all = label.codePoints().toArray();
    for (int i = 0; i < all.length; i++) {
      boolean joins = all[i] == NON_JOINER || all[i] == JOINER;
      boolean behindVirama = i > 0 && Joining.isVirama(all[i - 1]);
      if (joins && !behindVirama && (all[i] == JOINER || !isBetweenJoined(all, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBetweenJoined(int[] all, int place) {
    int before = place - 1;
    while (before >= 0 && Joining.isTransparent(all[before])) {
      before--;
    }
    int behind = place + 1;
    while (behind < all.length && Joining.isTransparent(all[behind])) {
      behind++;
    }
    return before >= 0
        && behind < all.length
        && Joining.joinsWhatFollows(all[before])
        && Joining.joinsWhatIsBefore(all[behind]);
  }

  static boolean isRightToLeft(String label) {
    return label.codePoints().anyMatch(c -> RIGHT_TO_LEFT.contains(Character.getDirectionality(c)));
  }

  /// RFC 5893, 2.
  static boolean hasOneDirection(String label) {
    var first = Character.getDirectionality(label.codePointAt(0));
    boolean fromRight =
        first == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || first == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    if (!fromRight && first != Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
      return false;
    }
    boolean fits =
        label
            .codePoints()
            .mapToObj(Character::getDirectionality)
            .allMatch(each ->
                IN_EITHER.contains(each)
                    || (fromRight
                        ? RIGHT_TO_LEFT.contains(each)
                        : each == Character.DIRECTIONALITY_LEFT_TO_RIGHT));
    return fits && endsWell(label, fromRight) && !(fromRight && hasNumbersOfBothKinds(label));
  }

  private static boolean endsWell(String label, boolean fromRight) {
    int end = label.length();
    while (Character.getDirectionality(label.codePointBefore(end))
        == Character.DIRECTIONALITY_NONSPACING_MARK) {
      end -= Character.charCount(label.codePointBefore(end));
    }
    var last = Character.getDirectionality(label.codePointBefore(end));
    return last == Character.DIRECTIONALITY_EUROPEAN_NUMBER
        || (fromRight
            ? RIGHT_TO_LEFT.contains(last)
            : last == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  }

  private static boolean hasNumbersOfBothKinds(String label) {
    return has(label, Character.DIRECTIONALITY_EUROPEAN_NUMBER)
        && has(label, Character.DIRECTIONALITY_ARABIC_NUMBER);
  }

  private static boolean has(String label, byte direction) {
    return label.codePoints().anyMatch(c -> Character.getDirectionality(c) == direction);
  }
}
