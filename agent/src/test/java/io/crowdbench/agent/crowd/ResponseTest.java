package io.crowdbench.agent.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.actions.CheckFailed;
import io.crowdbench.actions.Response;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnEventLoop.class)
class ResponseTest {

  private static final String JSON =
      """
      {"items": [{"id": 7, "name": "tea", "fresh": true, "note": null}], "a/b": 1.50}\
      """;
  private static final String PAGE =
      """
      <form id=login action="/go?a=1&amp;b=2"><input name=token value="t-1">
      <p>One  <b>two</b></p><p>three</p></form>\
      """;

  private String served = "";
  private OneUser one;

  @BeforeEach
  void open() throws IOException {
    one =
        new OneUser(
            _ -> RawSite.answer("HTTP/1.1 200 OK\r\nContent-Type: application/json", served));
  }

  @AfterEach
  void close() throws IOException {
    one.close();
  }

  @Test
  void findsWhatIsInJson() {
    var response = got(JSON);

    assertThat(response.at("/items/0/id")).contains("7");
    assertThat(response.at("/items/0/name")).contains("tea");
    assertThat(response.at("/items/0/fresh")).contains("true");
    assertThat(response.at("/items/0/note")).isEmpty();
    assertThat(response.at("/items/1/id")).isEmpty();
    assertThat(response.at("/a~1b")).contains("1.5");
    assertThat(response.at("/items/0"))
        .contains("{\"id\":7,\"name\":\"tea\",\"fresh\":true,\"note\":null}");
  }

  @Test
  void findsByExpressions() {
    var response = got(PAGE);

    assertThat(response.find("name=token value=\"([^\"]+)\"")).contains("t-1");
    assertThat(response.find("t-\\d")).contains("t-1");
    assertThat(response.find("nowhere")).isEmpty();
  }

  @Test
  void findsElementsOfAPage() {
    var response = got(PAGE);

    assertThat(response.select("p")).extracting(e -> e.text()).containsExactly("One two", "three");
    assertThat(response.select("input[name=token]").getFirst().attribute("VALUE")).contains("t-1");
    assertThat(response.select("form").getFirst().attribute("action")).contains("/go?a=1&b=2");
    assertThat(response.select("form").getFirst().attribute("class")).isEmpty();
    assertThat(response.select("table")).isEmpty();
  }

  @Test
  void makesAddressesInAPageWhole() {
    served = "<base href=/b/><a href='c d?x'>c</a><form action=''></form><a href='http://['>";
    var page = one.user.get("/a");

    assertThat(page.select("a").getFirst().address("HREF")).contains(one.site.url() + "/b/c%20d?x");
    assertThat(page.select("form").getFirst().address("action")).contains(one.site.url() + "/b/");
    assertThat(page.select("a").getFirst().address("class")).isEmpty();
    assertThat(page.select("a").getLast().address("href")).isEmpty();
    assertThat(got(PAGE).select("form").getFirst().address("action"))
        .contains(one.site.url() + "/go?a=1&b=2");
  }

  @Test
  void acceptsWhatIsAsExpected() {
    got(JSON)
        .expectStatus(200)
        .expectHeader("content-type", "application/json")
        .expectJson("/items/0/id", "7")
        .expectMatch("te.")
        .expectText("items")
        .expect(true, "the sun to rise");

    assertThat(one.errors()).isEmpty();
    assertThat(one.measured()).containsExactly("OPERATION GET / PASSED 1");
  }

  @Test
  void saysWhatWasExpectedAndWhatCame() {
    complains(r -> r.expectStatus(404), "expected status 404 but got 200 OK");
    complains(
        r -> r.expectHeader("ETag", "x"), "expected the header ETag to be \"x\" but there is none");
    complains(
        r -> r.expectHeader("Content-Type", "x"),
        "expected the header Content-Type to be \"x\" but got \"application/json\"");
    complains(
        r -> r.expectJson("/items/0/id", "8"),
        "expected the JSON's /items/0/id to be \"8\" but got \"7\"");
    complains(
        r -> r.expectJson("/nowhere", "8"),
        "expected the JSON's /nowhere to be \"8\" but there is none");
    complains(
        r -> r.expectMatch("[0-9]{9}"),
        "expected a match of \"[0-9]{9}\" but there is none in the 79 characters of the answer");
    complains(r -> r.expect(false, "a total above 0"), "expected a total above 0");
  }

  @Test
  void saysThatABodyIsNoJson() {
    var response = got("<html>");

    assertThatThrownBy(() -> response.at("/a"))
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith("expected JSON but the body is none: Unexpected character ('<'");
    assertThat(one.measured()).containsExactly("OPERATION GET / FAILED 1");
  }

  private void complains(Consumer<Response> check, String sentence) {
    var response = got(JSON);
    assertThatThrownBy(() -> check.accept(response))
        .isInstanceOf(CheckFailed.class)
        .hasMessage(sentence);
    assertThat(one.errors()).containsExactly(sentence);
    assertThat(one.measured()).containsExactly("OPERATION GET / FAILED 1");
  }

  private Response got(String body) {
    served = body;
    return one.user.get("/");
  }
}
