package io.crowdbench.agent.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Header fields in the order they came, found by name in any case of letters.
///
/// Part of the hot path: keeps the bytes as they came, and makes texts only of those fields that
/// are asked for.
public final class Headers {

  /// An answer whose header fields take more is refused.
  public static final int MAX_BYTES = 64 * 1024;

  /// Of each line: where it begins, which is where the one before ends, and where its colon is.
  private static final int PLACES = 2;

  private byte[] text = new byte[256];
  private int length;
  private int[] places = new int[12 * PLACES];
  private int size;

  /// A bit for each name there is, as of [#bit]: most names that are asked for are not there.
  private long names;

  /// Adds a field behind the others.
  public void add(String name, String value) {
    var line = (name + ":" + value).getBytes(StandardCharsets.ISO_8859_1);
    add(line, 0, line.length, name.length());
  }

  /// A line, without its end.
  ///
  /// @param colon where in the bytes its colon is
  public void add(byte[] bytes, int from, int to, int colon) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size] = length;
    places[size + 1] = length + colon - from;
    append(bytes, from, to);
    size += PLACES;
    int nameEnd = colon;
    while (nameEnd > from && Character.isWhitespace(bytes[nameEnd - 1])) {
      nameEnd--;
    }
    names |= bit(bytes[from], nameEnd - from);
  }

  private void append(byte[] bytes, int from, int to) {
    if (length + to - from > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + to - from));
    }
    System.arraycopy(bytes, from, text, length, to - from);
    length += to - from;
  }

  /// The first field of that name.
  public Optional<String> first(String name) {
    return Optional.ofNullable(value(name));
  }

  public @Nullable String value(String name) {
    int place = find(name, 0);
    return place < 0 ? null : value(place);
  }

  public boolean has(String name) {
    return find(name, 0) >= 0;
  }

  /// The values of all fields of that name.
  public List<String> all(String name) {
    var all = new ArrayList<String>(1);
    for (int i = find(name, 0); i >= 0; i = find(name, i + PLACES)) {
      all.add(value(i));
    }
    return all;
  }

  /// The one value of that field if it is nothing but digits, at most 18; negative otherwise.
  public long number(String name) {
    int place = find(name, 0);
    if (place < 0 || find(name, place + PLACES) >= 0) {
      return -1;
    }
    int from = places[place + 1] + 1;
    int to = end(place);
    from += from < to && text[from] == ' ' ? 1 : 0;
    if (from == to || to - from > 18) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return -1;
      }
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  /// True if one of the comma-separated values of that field is the token.
  public boolean has(String name, String token) {
    for (int i = find(name, 0); i >= 0; i = find(name, i + PLACES)) {
      int from = places[i + 1] + 1;
      int end = end(i);
      for (int at = from; at <= end; at++) {
        if (at == end || text[at] == ',') {
          if (isToken(from, at, token)) {
            return true;
          }
          from = at + 1;
        }
      }
    }
    return false;
  }

  private boolean isToken(int start, int end, String token) {
    int from = start;
    int to = end;
    while (from < to && (text[from] == ' ' || text[from] == '\t')) {
      from++;
    }
    while (from < to && (text[to - 1] == ' ' || text[to - 1] == '\t')) {
      to--;
    }
    return to - from == token.length() && isAt(from, token);
  }

  private int find(String name, int from) {
    if (name.isEmpty() || (names & bit((byte) name.charAt(0), name.length())) == 0) {
      return -1;
    }
    for (int i = from; i < size; i += PLACES) {
      if (isNamed(i, name)) {
        return i;
      }
    }
    return -1;
  }

  /// The same for names that begin alike and are as long.
  private static long bit(byte first, int length) {
    return 1L << (small(first) + 7 * length);
  }

  private int end(int place) {
    return place + PLACES < size ? places[place + PLACES] : length;
  }

  private boolean isNamed(int place, String name) {
    int start = places[place];
    int colon = places[place + 1];
    int longer = colon - start - name.length();
    if (longer < 0
        || (longer > 0 && (text[colon - 1] > ' ' || name(place).length() != name.length()))) {
      return false;
    }
    return isAt(start, name);
  }

  private boolean isAt(int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (small(text[start + i]) != small((byte) word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int small(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
  }

  /// Without the white space that some servers put before the colon.
  private String name(int place) {
    return latin(places[place], places[place + 1]).stripTrailing();
  }

  private String value(int place) {
    return latin(places[place + 1] + 1, end(place)).strip();
  }

  private String latin(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// All values by name, in the order the names first came.
  public Map<String, List<String>> asMap() {
    var map = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < size; i += PLACES) {
      map.computeIfAbsent(name(i), _ -> new ArrayList<>()).add(value(i));
    }
    return map;
  }

  /// Puts the last field's continuation line behind its value (obsolete folding, still seen).
  public void fold(String continuation) {
    if (size > 0) {
      var more = (" " + continuation.strip()).getBytes(StandardCharsets.ISO_8859_1);
      append(more, 0, more.length);
    }
  }
}
