package io.crowdbench.agent.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The header fields of a request, in the order they were first set. Not shared.
public final class Fields {

  private static final byte[] COLON = HeadWriter.latin(": ");
  private static final byte[] END = HeadWriter.latin("\r\n");

  /// Name, value, name, value: a request has so few that looking through them is cheapest.
  private String[] pairs;

  private int size;

  /// Whether others have the same array, so that none may change it.
  private boolean shared;

  /// Its lines as they go over the wire, where many are made from it.
  private byte @Nullable [] lines;

  public Fields() {
    pairs = new String[16];
  }

  public Fields(Fields others) {
    this.pairs = others.pairs;
    this.lines = others.lines;
    this.size = others.size;
    this.shared = true;
    others.shared = true;
  }

  /// Sets a field, in place of one of that name in any case of letters.
  public void set(String name, String value) {
    own();
    int place = find(name);
    if (place < 0) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size * 2);
      }
      place = size;
      size += 2;
      pairs[place] = name;
    }
    pairs[place + 1] = value;
  }

  public void remove(String name) {
    own();
    int place = find(name);
    if (place >= 0) {
      System.arraycopy(pairs, place + 2, pairs, place, size - place - 2);
      size -= 2;
    }
  }

  /// Puts its lines together, so that those made from it need not as long as they stay the same.
  public Fields prepared() {
    var out = new HeadWriter(new byte[256]);
    writeTo(out);
    lines = out.copy();
    return this;
  }

  void writeTo(HeadWriter out) {
    if (lines != null) {
      out.add(lines);
      return;
    }
    for (int i = 0; i < size; i += 2) {
      out.add(pairs[i]).add(COLON).add(pairs[i + 1]).add(END);
    }
  }

  private void own() {
    lines = null;
    if (shared) {
      pairs = pairs.clone();
      shared = false;
    }
  }

  private int find(String name) {
    for (int i = 0; i < size; i += 2) {
      if (pairs[i].equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /// The field's value, or nothing.
  public String value(String name) {
    int place = find(name);
    return place < 0 ? "" : pairs[place + 1];
  }

  public int count() {
    return size / 2;
  }

  public String name(int number) {
    return pairs[number * 2];
  }

  public String value(int number) {
    return pairs[number * 2 + 1];
  }
}
