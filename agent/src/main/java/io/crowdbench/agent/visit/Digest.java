package io.crowdbench.agent.visit;

import io.crowdbench.agent.http.HttpAnswer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// An answer's content by its length and two sums, which no two that differ by chance have in
/// common.
///
/// @param form how its bytes are to be read
record Digest(String form, int length, long sum, int hash) {

  static Digest of(HttpAnswer answer) {
    var bytes = answer.body();
    var sum = new CRC32C();
    sum.update(bytes);
    var headers = answer.headers();
    var form =
        headers.first("Content-Type").orElse("")
            + " "
            + headers.first("Content-Encoding").orElse("");
    return new Digest(form, bytes.length, sum.getValue(), Arrays.hashCode(bytes));
  }
}
