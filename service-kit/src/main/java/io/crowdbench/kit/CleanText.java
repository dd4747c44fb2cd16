package io.crowdbench.kit;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Cleans every text once, where it comes in: off a topic or out of a request. PostgreSQL refuses
/// the character NUL, and halves of characters beyond 16 bits are no text in UTF-8.
@Configuration(proxyBeanMethods = false)
class CleanText {

  private static final char REPLACEMENT = '\uFFFD';

  @Bean
  JsonMapperBuilderCustomizer cleanText() {
    var module = new SimpleModule("clean-text");
    module.addDeserializer(String.class, new CleanStrings());
    module.addKeyDeserializer(String.class, new CleanKeys());
    return builder -> builder.addModule(module);
  }

  /// The text without NUL, and with a replacement character for each half of a pair. Most texts are
  /// clean and stay as they are.
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnclean(text, i)) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    var clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isUnclean(text, i)) {
        clean.append(c);
      } else if (c != '\0') {
        clean.append(REPLACEMENT);
      }
    }
    return clean.toString();
  }

  private static boolean isUnclean(String text, int i) {
    char c = text.charAt(i);
    if (c == '\0') {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static final class CleanStrings extends StdScalarDeserializer<String> {

    CleanStrings() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      return of(StringDeserializer.instance.deserialize(parser, context));
    }
  }

  private static final class CleanKeys extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return of(key);
    }
  }
}
