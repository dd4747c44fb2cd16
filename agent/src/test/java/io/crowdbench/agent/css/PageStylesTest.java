package io.crowdbench.agent.css;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.address.Address;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What styles load, as Chromium 156 was seen to do.
class PageStylesTest {

  private static final Address BASE = Address.of("http://site/");
  private static final Screen SCREEN = new Screen(1280, 720, 1);

  private static final String BODY =
      """
      <!doctype html><html lang=en><div class=p></div>\
      <div><div class='t t:x' id=id data-x=AB type=X lang=en></div></div>\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '§',
      value = {
        ".t",
        ":root .t",
        ":not(.zz)",
        ":is(.t, :foo)",
        ".t:first-child",
        ".t:nth-child(1)",
        ".t:nth-child(n of .t)",
        ".t:nth-child(-n+3)",
        ".t:nth-of-type(odd)",
        ".t:empty",
        ".t:only-child",
        "div > .t",
        ".p + div .t",
        ".t[data-x=AB]",
        ".t[data-x=ab i]",
        ".t[TYPE=x]",
        ".t[lang|=en]",
        ".t:lang(en)",
        ".t:dir(ltr)",
        ".t:defined",
        "*|div.t",
        ".t:-webkit-any(.t)",
        ".t\\:x",
        ".\\74",
        "#\\69 d",
        ".t:not(:hover)",
        ".t:not(.a .b)",
        ".t:read-only",
        "div:has(> .t)",
        ".p ~ :has(.t)",
        ".t::before, .t",
      })
  void matches(String selector) {
    assertThat(shown(BODY, selector + " { background: url(x) }")).containsExactly("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '§',
      value = {
        ".T",
        ":hover",
        ":link",
        ":foo, .t",
        ".t[data-x=ab]",
        ".t:has(.z)",
        ".t:target",
        ".t:enabled",
        "svg|a",
        ".t::foo",
        ".t:-moz-any(.t)",
        ".t:focus",
        ".t || .t",
        ".t:scope",
        ":host .t",
        ".t:read-write",
        ".t:nth-child(0)",
        ".t:blank",
        ".t:first",
        ".t::before",
        ".t::selection",
        "#-1, .t",
        ".t >",
        "> .t",
      })
  void matchesNothing(String selector) {
    assertThat(shown(BODY, selector + " { background: url(x) }")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '§',
      value = {
        "(display: grid); true",
        "(display: foo); false",
        "(foo: bar); false",
        "(--a: b); true",
        "not (display: grid); false",
        "(display: grid) and (foo: bar); false",
        "(display: grid) or (foo: bar); true",
        "(-webkit-appearance: none); true",
        "(-moz-appearance: none); false",
        "(position: sticky); true",
        "(position: -webkit-sticky); false",
        "(-webkit-overflow-scrolling: touch); false",
        "(backdrop-filter: blur(1px)); true",
        "(font: -apple-system-body); false",
        "(width: max(1px, 2px)); true",
        "selector(:focus-visible); true",
        "selector(:foo); false",
        "selector(::-webkit-x); false",
        "foo(bar); false",
        "(bogus); false",
      })
  void knowsWhatChromiumSupports(String condition, boolean supported) {
    var css = "@supports %s { .t { background: url(x) } }".formatted(condition);

    assertThat(shown(BODY, css)).hasSize(supported ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '§',
      value = {
        "screen; true",
        "print; false",
        "not print; true",
        "only screen and (min-width: 1280px); true",
        "(min-width: 1281px); false",
        "(max-width: 80em); true",
        "(width >= 600px); true",
        "(400px <= width < 700px); false",
        "(aspect-ratio > 1/1); true",
        "(min-resolution: 2dppx), (-webkit-min-device-pixel-ratio: 1); true",
        "(hover: hover) and (pointer: fine); true",
        "(prefers-color-scheme: dark); false",
        "(prefers-reduced-motion); false",
        "(foo); false",
        "not all and (foo); false",
        "(min-width: 600px) or (foo); true",
        "(not (min-width: 1px)) or (orientation: landscape); true",
        "screen and; false",
      })
  void knowsTheScreen(String media, boolean matches) {
    var css = "@media %s { .t { background: url(x) } }".formatted(media);

    assertThat(shown(BODY, css)).hasSize(matches ? 1 : 0);
  }

  /// Of each the rules, and what is loaded for `<p class=a id=i>x</p>`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        ".a { background: url(1) } p { background: url(2) } | 1",
        "p { background: url(1) } p { background: url(2) } | 2",
        "p { background: url(1) !important } #i { background: url(2) } | 1",
        "p { background: url(1); background-color: red } | 1",
        "p { background: url(1) } .a { background: red } | ",
        "p { background: url(1); background: url(2) foo } | 1",
        "p { background: url(1); background-image: -moz-linear-gradient(red, blue) } | 1",
        "p { background: url(1); background-image: -webkit-linear-gradient(red, blue) } | ",
        "p { background: url(1), url(2) } | 1 2",
        "p { background-image: image-set('1' 1x, '2' 2x) } | 1",
        "p { background-image: image-set('1' type('image/x') 1x, '2' 1x) } | 2",
        "p { --u: url(1); background: var(--u) } | 1",
        "p { background: var(--no, url(1)) } | 1",
        "p { background: url(1); background: var(--no) } | ",
        "p { --a: var(--b); --b: var(--a); background: var(--a) } | ",
        "html { --u: url(1) } body { --u: url(2) } p { background: var(--u) } | 2",
        "p { display: none; background: url(1) } | ",
        "body { display: none } p { background: url(1) } | ",
        "p { visibility: hidden; background: url(1) } | 1",
        "p { display: contents; background: url(1) } | 1",
        "p::before { background: url(1) } | ",
        "p::before { content: ''; background: url(1) } | 1",
        "p::first-line { background: url(1) } | 1",
        "p { list-style: url(1); cursor: url(2), auto; border-image: url(3) 1; mask: url(4) } | 1 2 3 4",
        "p { content: url(1); filter: url(2#a); clip-path: url(3#a); shape-outside: url(4) } | 1 2#a 3#a 4",
        "p { filter: url(#a) } | ",
        "@layer b, a; @layer a { p { background: url(1) } } @layer b { #i { background: url(2) } } | 1",
        "@layer a { #i { background: url(1) } } p { background: url(2) } | 2",
        "@layer a { p { background: url(1) !important } } p { background: url(2) !important } | 1",
        ".a { body & { background: url(1) } &#i { background: url(2) } background: url(3) } | 2",
        "body { > p { background: url(1) } @media print { p { background: url(2) } } } | 1",
        ".a { &:hover { background: url(1) } background: url(2) } | 2",
        "@keyframes k { to { background: url(1) } } p { animation: k 9s } | 1",
        "@keyframes k { to { background: url(1) } } p { animation: k 9s; background: red !important } | ",
        "p { background: url(1); all: unset } | ",
        "<!-- p { background: url(1) } --> | 1",
        "} p { background: url(1) } | ",
        "@unknown x; p { background: url(1) } | 1",
        "p { background: url(a b); background: url(1) | 1",
      })
  void knowsWhichRuleWins(String css, String loaded) {
    var found = shown("<!doctype html><p class=a id=i>x</p>", css);

    assertThat(String.join(" ", found)).isEqualTo(loaded == null ? "" : loaded);
  }

  @Test
  void letsAStyleAttributeWinUnlessARuleIsImportant() {
    var page =
        "<!doctype html><p style='background: url(1)'></p><p class=i style='background: url(2)'></p>";

    assertThat(shown(page, "p { background: url(3) } .i { background: url(4) !important }"))
        .containsExactly("1", "4");
  }

  @Test
  void knowsNoCaseOnAPageInQuirksMode() {
    assertThat(shown("<p class=A>", ".a { background: url(1) }")).containsExactly("1");
  }

  @Test
  void loadsNothingForWhatIsClosed() {
    var page =
        "<!doctype html><details><summary>s</summary><p>x</p></details><dialog><p>x</p></dialog>";

    assertThat(shown(page, "p { background: url(1) } summary { background: url(2) }"))
        .containsExactly("2");
  }

  /// Fonts F, G and H for what is in the body.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "<p style='font-family: F'>x | f",
        "<p style='font-family: F'></p> | ",
        "<p style='font-family: F'> </p> | ",
        "<p style='font-family: F'><br></p> | f",
        "<p style='font-family: F'><span style='font-family: serif'>x</span></p> | f",
        "<div style='font-family: F'><p style='font-family: serif'>x</p></div> | ",
        "<div style='font-family: F; display: flex'><i style='font-family: serif'>x</i></div> | ",
        "<p style='font-family: F; display: none'>x | ",
        "<p style='font-family: F; visibility: hidden'>x | f",
        "<p style='font-family: F, G'>x | f",
        "<p style='font-family: Arial, F'>x | ",
        "<p style='font-family: Unknown, F'>x | f",
        "<body style='font-family: F'><input value=x> | f",
        "<div style='font-family: F'><input value=x></div> | f",
        "<div style='font-family: F'><pre>x</pre></div> | ",
        "<input style='font: italic bold 12px/1.5 F, serif'> | f",
        "<p style='font-family: G'>x <b>y</b> | g400 g700",
        "<p style='font-family: G; font-weight: 500'>x | g400",
        "<p style='font-family: G; font-weight: 600'>x | g700",
        "<p style='font-family: G'><i>x | g400 g400i",
        "<p style='font-family: H'>x | latin",
        "<p style='font-family: H'>\u0416 | cyrillic",
        "<p style='font-family: H'>x\u0416 | latin cyrillic",
        "<i class=icon></i> | f",
      })
  void loadsTheFontsThatTextIsShownIn(String body, String loaded) {
    var css =
        """
        @font-face { font-family: F; src: url(f.eot); src: local(Nope), url(f) format("woff2") }
        @font-face { font-family: "G"; src: url(g400) }
        @font-face { font-family: "G"; src: url(g400i); font-style: italic }
        @font-face { font-family: "G"; src: url(g700); font-weight: bold }
        @font-face { font-family: H; src: url(latin); unicode-range: U+0-FF }
        @font-face { font-family: H; src: url(cyrillic); unicode-range: U+04?? }
        .icon::before { content: "\\f007"; font-family: F }
        """;

    var found = shown("<!doctype html>" + body, css).stream().sorted().collect(Collectors.toSet());

    assertThat(found).containsExactlyInAnyOrder(loaded == null ? new String[0] : loaded.split(" "));
  }

  private static List<String> shown(String html, String css) {
    var sheet = new LoadedSheet(Sheet.of(css), BASE, List.of());
    return PageStyles.of(Jsoup.parse(html), BASE, new RuleIndex(List.of(sheet), SCREEN))
        .wanted()
        .stream()
        .map(PageStyles.Wanted::reference)
        .toList();
  }
}
