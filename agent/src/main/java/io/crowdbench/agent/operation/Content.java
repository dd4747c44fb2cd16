package io.crowdbench.agent.operation;

import io.crowdbench.agent.http.ContentCodings;
import io.crowdbench.agent.http.HttpAnswer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is in an answer's body; each form of it is made when it is first asked for, and once.
public final class Content {

  private static final Pattern CHARSET =
      Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  private final HttpAnswer answer;
  private byte @Nullable [] bytes;
  private @Nullable String text;
  private @Nullable JsonNode json;
  private @Nullable Document page;

  public Content(HttpAnswer answer) {
    this.answer = answer;
  }

  public byte[] bytes() throws IOException {
    if (bytes == null) {
      bytes = ContentCodings.unpacked(answer);
    }
    return bytes;
  }

  public String text() throws IOException {
    if (text == null) {
      text = new String(bytes(), charset());
    }
    return text;
  }

  /// @throws tools.jackson.core.JacksonException when it is none
  JsonNode json() throws IOException {
    if (json == null) {
      json = JsonMapper.shared().readTree(text());
    }
    return json;
  }

  public Document page(String address) throws IOException {
    if (page == null) {
      page = Jsoup.parse(text(), address);
    }
    return page;
  }

  private Charset charset() {
    var matcher = CHARSET.matcher(answer.headers().first("Content-Type").orElse(""));
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      // A charset that nobody knows: most likely it is UTF-8 after all.
      return StandardCharsets.UTF_8;
    }
  }
}
