package io.crowdbench.agent.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  private static final Address PAGE = Address.of("http://shop.example/a/page?x=1#top");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/find?q=a bBARc | http://shop.example/find?q=a%20bBARc",
        "/a b/ü | http://shop.example/a%20b/%C3%BC",
        "/a/../b/./c | http://shop.example/b/c",
        "/../../x | http://shop.example/x",
        "/a/%2e%2E/b | http://shop.example/b",
        "..\\b\\c | http://shop.example/b/c",
        "/a\\nb\\tc | http://shop.example/abc",
        "b.html | http://shop.example/a/b.html",
        "?y=2 | http://shop.example/a/page?y=2",
        "'' | http://shop.example/a/page?x=1",
        "//cdn.example/i.png | http://cdn.example/i.png",
        "\\\\\\\\cdn.example\\i.png | http://cdn.example/i.png",
        "///cdn.example/i.png | http://cdn.example/i.png",
        "http:b | http://shop.example/a/b",
        "https:b | https://b/",
        "HTTP://SHOP.example:80 | http://shop.example/",
        "https://shop.example:443/ | https://shop.example/",
        "http://shop.example:8080 | http://shop.example:8080/",
        "http://bücher.example/ | http://xn--bcher-kva.example/",
        "http://faß.example/ | http://xn--fa-hia.example/",
        "http://BÜCHER。example/ | http://xn--bcher-kva.example/",
        "http://xn--bad-.example/ | http://xn--bad-.example/",
        "http://0x7f.1/ | http://127.0.0.1/",
        "http://[0:0:0:0:0:0:0:1]:80/ | http://[::1]/",
        "http://[1:0:0:2:0:0:0:3]/ | http://[1:0:0:2::3]/",
        "http://[::ffff:1.2.3.4]/ | http://[::ffff:102:304]/",
        "/a?it's=\"q\" | http://shop.example/a?it%27s=%22q%22",
        "/`{}^?`{}^ | http://shop.example/%60%7B%7D%5E?`{}^",
        "50%.png | http://shop.example/a/50%.png",
        "ws://shop.example:80/chat | ws://shop.example/chat"
      })
  void isReadAsByBrowsers(String reference, String whole) {
    var text =
        reference
            .replace("BAR", "|")
            .replace("\\\\", "\\")
            .replace("\\n", "\n")
            .replace("\\t", "\t");

    assertThat(PAGE.resolve(text).withoutFragment()).hasToString(whole.replace("BAR", "|"));
  }

  @Test
  void sendsTheQueryInThePagesCharset() {
    var latin = Charset.forName("windows-1252");

    assertThat(PAGE.resolve("/ü?q=ü€я", latin))
        .hasToString("http://shop.example/%C3%BC?q=%FC%80%26%231103%3B");
    assertThat(PAGE.resolve("ws://shop.example/?q=ü", latin).query()).isEqualTo("q=%C3%BC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop.example/a | it has no scheme, such as http:",
        "'' | it has no scheme, such as http:",
        "http:// | it names no host",
        "http://:80/ | it names no host",
        "http://bob@/ | it names no host",
        "mailto:bob@shop.example | it names no host",
        "http://a b/ | a host has no space in its name",
        "http://a%00/ | a host has no control character in its name",
        "http://a^b/ | a host has no \"^\" in its name",
        "http://\uE000/ | a host has no character U+E000 in its name",
        "http://ب1a.example/ | \"ب1a\" can't be a part of a name such as ب1a.example",
        "http://shop.example:99999/ | ports end at 65535, and 99999 is above",
        "http://shop.example:x/ | \"x\" is no port",
        "http://1.2.3.4.5/ | an IP address has four parts, and 1.2.3.4.5 has more",
        "http://1.2.3.256/ | a part of the IP address 1.2.3.256 is too great",
        "http://[::1/ | \"[::1\" has no closing bracket",
        "http://[1:2]/ | \"1:2\" is no IP address of version 6"
      })
  void tellsWhyItIsNone(String text, String reason) {
    assertThatThrownBy(() -> Address.of(text)).isInstanceOf(NoAddress.class).hasMessage(reason);
  }

  @Test
  void hidesNobodysPassword() {
    var address = Address.of("http://bob:p%40%20w@shop.example/a");

    assertThat(address.basicLogin()).isEqualTo(Basic.of("bob", "p@ w"));
    assertThat(address.withoutLogin()).hasToString("http://shop.example/a");
    assertThat(address.resolve("/b")).hasToString("http://bob:p%40%20w@shop.example/b");
    assertThat(new NoAddress("x").of("http://bob:p/w@[::1/")).hasMessageNotContaining("bob");
    assertThat(new NoAddress("x").of("http:\\\\bob:pw@a b/")).hasMessageNotContaining("pw");
  }

  @Test
  void isOfTheOriginOfItsPages() {
    assertThat(PAGE.isOfOriginOf(Address.of("http://shop.example:80/other"))).isTrue();
    assertThat(PAGE.isOfOriginOf(Address.of("https://shop.example/"))).isFalse();
    assertThat(PAGE.isOfOriginOf(Address.of("http://shop.example:81/"))).isFalse();
    assertThat(PAGE.isOfOriginOf(Address.of("http://a.shop.example/"))).isFalse();
  }
}
