package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Response;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnEventLoop.class)
class RequestTest {

  private OneUser one;

  @BeforeEach
  void open() throws IOException {
    one = new OneUser(_ -> RawSite.answer("HTTP/1.1 200 OK", "ok"));
  }

  @AfterEach
  void close() throws IOException {
    one.close();
  }

  @Test
  void asksForAddressesAsBrowsersDo() {
    assertThat(target("/a b/../ü?q=a b|c#top")).isEqualTo("/%C3%BC?q=a%20b|c");
    assertThat(target("/a/./b/..\\c")).isEqualTo("/a/c");
    assertThat(target("?q=1")).isEqualTo("/?q=1");
    assertThat(target("")).isEqualTo("/");
  }

  private String target(String address) {
    one.user.get(address).expectStatus(200);
    return one.site.requests().getLast().target();
  }

  @Test
  void logsInWithWhatStandsBeforeTheHost() {
    var address = one.site.url().replace("//", "//bob:p%40w@") + "/a";

    assertThat(one.user.get(address).address()).isEqualTo(one.site.url() + "/a");
    assertThat(one.site.requests().getLast().head())
        .contains("GET /a ", "\r\nAuthorization: Basic Ym9iOnBAdw==\r\n");
    assertThat(sent(one.user.post(address, r -> r.bearer("mine"))).head())
        .contains("\r\nAuthorization: Bearer mine\r\n");
  }

  @Test
  void sendsJson() {
    var sent = sent(one.user.post("/cart", r -> r.json("{\"name\": \"té\"}")));

    assertThat(sent.head()).contains("\r\nContent-Type: application/json\r\n");
    assertThat(sent.text()).isEqualTo("{\"name\": \"té\"}");
  }

  @Test
  void logsInWithATokenOrAPassword() {
    assertThat(sent(one.user.post("/", r -> r.bearer("abc"))).head())
        .contains("\r\nAuthorization: Bearer abc\r\n");
    // From RFC 7617, 2.1.
    assertThat(sent(one.user.post("/", r -> r.basic("test", "123£"))).head())
        .contains("\r\nAuthorization: Basic dGVzdDoxMjPCow==\r\n");
  }

  @Test
  void replacesAFieldInAnyCaseOfLetters() {
    var sent = sent(one.user.post("/", r -> r.header("user-agent", "mine").header("X-One", "1")));

    assertThat(sent.head()).contains("\r\nUser-Agent: mine\r\n", "\r\nX-One: 1\r\n");
    assertThat(sent.head()).doesNotContain("Crowdbench");
  }

  @Test
  void sendsAForm() {
    var sent = sent(one.user.post("/", r -> r.form("a b", "c&d").form("e", "ü")));

    assertThat(sent.head()).contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    assertThat(sent.text()).isEqualTo("a+b=c%26d&e=%C3%BC");
  }

  @Test
  void sendsAFormWithAFileInParts() {
    var content = "PNG".getBytes(StandardCharsets.UTF_8);
    var sent =
        sent(
            one.user.post(
                "/", r -> r.form("title", "tea").file("photo", "a\"b.png", "image/png", content)));

    var boundary = sent.head().replaceAll("(?s).*boundary=(\\S+).*", "$1");
    assertThat(sent.text())
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="title"

            tea
            --B
            Content-Disposition: form-data; name="photo"; filename="a%22b.png"
            Content-Type: image/png

            PNG
            --B--
            """
                .replace("\n", "\r\n")
                .replace("B\r", boundary + "\r")
                .replace("B--", boundary + "--"));
  }

  @Test
  void aBodyReplacesAForm() {
    assertThat(sent(one.user.post("/", r -> r.form("a", "b").json("{}"))).text()).isEqualTo("{}");
  }

  @Test
  void hasAWordForEachMethod() {
    assertThat(sent(one.user.put("/x")).method()).isEqualTo("PUT");
    assertThat(sent(one.user.patch("/x")).method()).isEqualTo("PATCH");
    assertThat(sent(one.user.delete("/x")).method()).isEqualTo("DELETE");
  }

  @Test
  void addsParametersToTheAddress() {
    assertThat(sent(one.user.get("/x?a=1", r -> r.query("b", "2 3").query("c", ""))).target())
        .isEqualTo("/x?a=1&b=2+3&c=");
  }

  private RawSite.Received sent(Response response) {
    response.expectStatus(200);
    return one.site.requests().getLast();
  }
}
