package io.crowdbench.agent.http;

/// Buffers of requests and answers, lent while bytes are put together or taken apart: a user who
/// thinks holds none.
///
/// Where sockets can't tell when an answer comes, those who wait for one hold theirs; when a site
/// stalls, all users do at once. Then each gets a small one, so that their memory stays small as
/// well.
public final class Buffers {

  public static final int SIZE = 16 * 1024;

  /// Enough for most answers.
  static final int SMALL = 2 * 1024;

  /// As many large ones are lent, and kept, at most.
  static final int MAX_LARGE = 512;

  private static final byte[][] idle = new byte[MAX_LARGE][];
  private static int large;
  private static int kept;

  private Buffers() {}

  public static synchronized byte[] borrow() {
    if (large == MAX_LARGE) {
      return new byte[SMALL];
    }
    large++;
    return kept == 0 ? new byte[SIZE] : idle[--kept];
  }

  public static synchronized void giveBack(byte[] buffer) {
    if (buffer.length == SIZE) {
      idle[kept++] = buffer;
      large--;
    }
  }
}
