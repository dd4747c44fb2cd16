package io.crowdbench.agent.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {

  private static final long DAY = 24 * 60 * 60 * 1_000L;

  private final Cookies cookies = new Cookies();
  private long now = 1_800_000_000_000L;

  @Test
  void sendsNothingButNameAndValueBack() {
    set("shop.example.org", "sid=abc; Max-Age=3600; Path=/; Version=1; HttpOnly; SameSite=Lax");

    assertThat(sent("shop.example.org")).isEqualTo("sid=abc");
  }

  @ParameterizedTest
  @CsvSource({
    "sid=\"a b\",sid=\"a b\"",
    "sid=\"half,sid=\"half",
    "sid==,sid==",
    "sid=\u00c3\u00bc,sid=\u00c3\u00bc",
    "sid=,sid=",
    " sid = 1 ,sid=1"
  })
  void leavesValuesAsTheyCame(String line, String pair) {
    set("shop.example.org", line);

    assertThat(sent("shop.example.org")).isEqualTo(pair);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sid", "=1", "", ";", "; a=1", "si\u0001d=1", "sid=1\u007f; Path=/"})
  void keepsNoneThatBrowsersDoNot(String line) {
    set("shop.example.org", line);

    assertThat(sent("shop.example.org")).isEmpty();
  }

  @Test
  void takesTheLastOfTwoAttributes() {
    set("shop.example.org", "a=1; Max-Age=0; Max-Age=60; Path=/no; Path=/");
    set("shop.example.org", "b=1; Max-Age=60; Max-Age=0");

    assertThat(sent("shop.example.org")).isEqualTo("a=1");
  }

  @Test
  void believesMaxAgeBeforeExpires() {
    set("shop.example.org", "a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    set("shop.example.org", "b=1; Max-Age=0; Expires=Thu, 01-Jan-31 00:00:00 GMT");
    assertThat(sent("shop.example.org")).isEqualTo("a=1");

    now += 61_000;
    assertThat(sent("shop.example.org")).isEmpty();
  }

  @Test
  void keepsNoneForMoreThanFourHundredDays() {
    set("shop.example.org", "a=1; Max-Age=99999999999999999999");
    set("shop.example.org", "b=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT");
    set("shop.example.org", "c=1");

    now += 399 * DAY;
    assertThat(sent("shop.example.org")).isEqualTo("a=1; b=1; c=1");
    now += 2 * DAY;
    assertThat(sent("shop.example.org")).isEqualTo("c=1");
  }

  @Test
  void forgetsOneThatIsSetToThePast() {
    set("shop.example.org", "a=1");
    set("shop.example.org", "a=; Expires=Thu, 01-Jan-70 00:00:01 GMT");

    assertThat(sent("shop.example.org")).isEmpty();
  }

  @Test
  void sendsLongerPathsFirstThenOlderOnes() {
    set("shop.example.org", "old=1; Path=/");
    set("shop.example.org", "new=1; Path=/");
    set("shop.example.org", "deep=1; Path=/cart");
    set("shop.example.org", "old=2; Path=/");

    assertThat(cookies.line("shop.example.org", "/cart/1", false, now))
        .isEqualTo("deep=1; old=2; new=1");
  }

  @ParameterizedTest
  @CsvSource({
    "/cart/items,/cart,true",
    "/cart/items,/cart/2,true",
    "/cart/items,/cart2,false",
    "/cart/items,/,false",
    "/cart,/other,true",
    "'',/other,true"
  })
  void belongsToTheFolderThatSetIt(String setBy, String path, boolean goes) {
    cookies.keep("shop.example.org", setBy, false, "a=1", now);

    assertThat(cookies.line("shop.example.org", path, false, now)).isEqualTo(goes ? "a=1" : "");
  }

  @ParameterizedTest
  @CsvSource({
    // to its own host only
    "shop.example.org,'',shop.example.org,true",
    "shop.example.org,'',a.shop.example.org,false",
    "shop.example.org,; Domain=,a.shop.example.org,false",
    // to all below a parent
    "shop.example.org,; Domain=example.org,example.org,true",
    "shop.example.org,; Domain=.Example.ORG,other.example.org,true",
    "shop.example.org,; Domain=example.org,notexample.org,false",
    // not to others
    "shop.example.org,; Domain=other.org,shop.example.org,false",
    "shop.example.org,; Domain=a.shop.example.org,a.shop.example.org,false",
    // not where anybody may have a site
    "shop.co.uk,; Domain=co.uk,shop.co.uk,false",
    "shop.example.org,; Domain=org,shop.example.org,false",
    "me.github.io,; Domain=github.io,me.github.io,false",
    "me.github.io,; Domain=me.github.io,a.me.github.io,true",
    "github.io,; Domain=github.io,github.io,true",
    "github.io,; Domain=github.io,me.github.io,false",
    "localhost,; Domain=localhost,localhost,true",
    "localhost,; Domain=localhost,a.localhost,false",
    "xn--85x722f.xn--55qx5d.cn,; Domain=xn--55qx5d.cn,xn--85x722f.xn--55qx5d.cn,false",
    // an IP address has nothing below it
    "127.0.0.1,; Domain=127.0.0.1,127.0.0.1,true",
    "127.0.0.1,; Domain=0.0.1,127.0.0.1,false",
    "[::1],; Domain=[::1],[::1],true"
  })
  void goesWhereItsDomainSays(String setBy, String domain, String to, boolean goes) {
    set(setBy, "a=1" + domain);

    assertThat(sent(to)).isEqualTo(goes ? "a=1" : "");
  }

  @Test
  void tellsOneForAHostFromOneForADomain() {
    set("shop.example.org", "a=host");
    set("shop.example.org", "a=domain; Domain=shop.example.org");

    assertThat(sent("shop.example.org")).isEqualTo("a=host; a=domain");
    assertThat(sent("a.shop.example.org")).isEqualTo("a=domain");
  }

  @Test
  void sendsSecureOnesOverTlsOnly() {
    cookies.keep("shop.example.org", "/", true, "a=1; Secure", now);

    assertThat(sent("shop.example.org")).isEmpty();
    assertThat(cookies.line("shop.example.org", "/", true, now)).isEqualTo("a=1");
  }

  @Test
  void takesSecureOnesOverTlsOnly() {
    set("shop.example.org", "a=1; Secure");

    assertThat(cookies.line("shop.example.org", "/", true, now)).isEmpty();
  }

  @Test
  void letsNobodyWithoutTlsHideOneThatWasSetWithIt() {
    cookies.keep("shop.example.org", "/", true, "a=1; Secure; Path=/", now);
    set("shop.example.org", "a=2; Path=/");
    set("shop.example.org", "a=3; Domain=example.org; Path=/cart");
    set("shop.example.org", "b=4; Path=/");

    assertThat(cookies.line("shop.example.org", "/cart", true, now)).isEqualTo("a=1; b=4");
  }

  @ParameterizedTest
  @CsvSource({
    "__Host-a=1; Secure; Path=/,true",
    "__Host-a=1; Secure,false",
    "__Host-a=1; Secure; Path=/x,false",
    "__Host-a=1; Path=/,false",
    "__Host-a=1; Secure; Path=/; Domain=example.org,false",
    "__HOST-a=1; Path=/,false",
    "__Secure-a=1; Secure; Domain=example.org,true",
    "__secure-a=1,false"
  })
  void keepsThePromisesOfNames(String line, boolean kept) {
    cookies.keep("shop.example.org", "/x/y", true, line, now);

    assertThat(cookies.line("shop.example.org", "/x/y", true, now).isEmpty()).isEqualTo(!kept);
  }

  @Test
  void keepsTheLatestOfTooManyFromOneHost() {
    IntStream.range(0, 10_000).forEach(i -> set("shop.example.org", "a" + i + "=1"));
    set("other.example.org", "b=1");

    assertThat(names("shop.example.org"))
        .hasSize(Cookies.MAX_PER_DOMAIN)
        .startsWith("a" + (10_000 - Cookies.MAX_PER_DOMAIN))
        .endsWith("a9999");
    assertThat(sent("other.example.org")).isEqualTo("b=1");
  }

  @Test
  void keepsNotMoreBytesOfOneHostThanItMay() {
    IntStream.range(0, 100)
        .forEach(i -> set("shop.example.org", "a%d=%s".formatted(i, "x".repeat(4_000))));

    assertThat(sent("shop.example.org").length())
        .isBetween(Cookies.MAX_BYTES_PER_DOMAIN - 5_000, Cookies.MAX_BYTES_PER_DOMAIN);
    assertThat(names("shop.example.org")).endsWith("a99");
  }

  @Test
  void keepsTheLatestOfTooManyInAll() {
    for (int host = 0; host < 100; host++) {
      for (int i = 0; i < 100; i++) {
        set("h" + host + ".example.org", "a" + i + "=1");
      }
    }

    assertThat(sent("h" + (99 - Cookies.MAX / 100) + ".example.org")).isEmpty();
    assertThat(names("h" + (100 - Cookies.MAX / 100) + ".example.org")).hasSize(100);
    assertThat(names("h99.example.org")).hasSize(100);
  }

  @Test
  void keepsNotMoreBytesInAllThanItMay() {
    IntStream.range(0, 1_000).forEach(i -> set("h" + i + ".example.org", "a=" + "x".repeat(4_000)));

    long kept =
        IntStream.range(0, 1_000).mapToLong(i -> sent("h" + i + ".example.org").length()).sum();
    assertThat(kept).isBetween(Cookies.MAX_BYTES - 5_000L, (long) Cookies.MAX_BYTES);
    assertThat(sent("h999.example.org")).isNotEmpty();
  }

  @Test
  void setAnewIsNotTheOldestAnyMore() {
    set("shop.example.org", "sid=1");
    for (int i = 0; i < 10_000; i++) {
      set("shop.example.org", "a" + i + "=1");
      set("shop.example.org", "sid=1");
    }

    assertThat(names("shop.example.org")).contains("sid");
  }

  @Test
  void keepsNoneThatIsTooLarge() {
    set("shop.example.org", "a=" + "x".repeat(SetCookie.MAX_PAIR - 1));
    set("shop.example.org", "b=" + "x".repeat(SetCookie.MAX_PAIR));

    assertThat(names("shop.example.org")).containsExactly("a");
  }

  private void set(String host, String line) {
    cookies.keep(host, "/", false, line, now);
  }

  private String sent(String host) {
    return cookies.line(host, "/", false, now);
  }

  private List<String> names(String host) {
    return Arrays.stream(sent(host).split("; ")).map(pair -> pair.split("=")[0]).toList();
  }
}
