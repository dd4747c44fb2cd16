package io.crowdbench.agent.operation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Tells bodies that people can read from others.
public final class Texts {

  private static final Pattern TYPES =
      Pattern.compile(
          "text/|json|xml|javascript|x-www-form-urlencoded|multipart/form-data",
          Pattern.CASE_INSENSITIVE);

  private Texts() {}

  /// Goes by the type where there is one, and by the body otherwise.
  ///
  /// @param type the Content-Type header, or nothing
  /// @param body unpacked
  public static boolean is(String type, byte[] body) {
    return type.isBlank() ? isReadable(body) : TYPES.matcher(type).find();
  }

  private static boolean isReadable(byte[] body) {
    for (byte each : body) {
      if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
