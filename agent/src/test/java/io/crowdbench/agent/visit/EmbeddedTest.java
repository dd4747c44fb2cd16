package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.address.Address;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTest {

  private static final Address PAGE = Address.of("http://shop/a/page?x=1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<img src=1.png> | http://shop/a/1.png",
        "<img src='/1 ü.png'> | http://shop/1%20%C3%BC.png",
        "<img src=50%.png> | http://shop/a/50%.png",
        "<img src=../../../1.png> | http://shop/1.png",
        "<img src=//cdn/1.png> | http://cdn/1.png",
        "<img src=1.png#top> | http://shop/a/1.png",
        "<img src=?y=2> | http://shop/a/page?y=2",
        "<img src=0.png srcset='1.png 1x, 2.png 2x'> | http://shop/a/1.png",
        "<img src=1.png loading=lazy> | http://shop/a/1.png",
        "<base href=/b/><img src=1.png> | http://shop/b/1.png",
        "<link rel='shortcut icon' href=i.ico> | http://shop/a/i.ico",
        "<link rel=preload as=font href=f.woff2> | http://shop/a/f.woff2",
        "<script src=s.js></script> | http://shop/a/s.js",
        "<input type=image src=b.png> | http://shop/a/b.png",
        "<video poster=p.png src=v.mp4></video> | http://shop/a/p.png",
        "<p style='background: url(b.png)'> | http://shop/a/b.png",
        "<style>p { background: url( 'b.png' ) }</style> | http://shop/a/b.png",
        "<picture><source media='(x)' srcset=s.png><source srcset=1.webp><img src=1.png></picture> | http://shop/a/1.webp",
        "<picture><source media='(x)' srcset=s.png><img src=1.png></picture> | http://shop/a/1.png",
      })
  void findsWhatABrowserLoads(String html, String address) {
    assertThat(inPage(html)).containsExactly(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<img src='data:image/png;base64,AAAA'>",
        "<img src=''>",
        "<img src='ftp://x/y.png'>",
        "<img src=#a>",
        "<img src='http://['>",
        "<a href=next.html>next</a>",
        "<link rel=canonical href=c.html>",
        "<link rel='alternate stylesheet' href=c.css>",
        "<script nomodule src=old.js></script>",
        "<noscript><img src=1.png></noscript>",
        "<template><img src=1.png></template>",
        "<audio><source src=a.mp3></audio>",
        "<iframe src=f.html></iframe>",
      })
  void leavesTheRest(String html) {
    assertThat(inPage(html)).isEmpty();
  }

  @Test
  void findsWhatStylesShow() {
    assertThat(
            inStyles(
                """
                @import url("one.css") screen; @import 'two.css';
                /* url(not.png) */
                @font-face { src: url(f.eot); src: url(f.woff) format("woff"), url(f.woff2) }
                p { background: url(b.png), URL('c.png'); mask: url(#m); x: url(data:abc) }
                """))
        .containsExactly("one.css", "two.css", "f.woff2", "b.png", "c.png");
  }

  private static List<String> inPage(String html) {
    return Embedded.inPage(PAGE, Jsoup.parse(html, PAGE.toString())).stream()
        .map(resource -> resource.address().toString())
        .toList();
  }

  private static List<String> inStyles(String css) {
    return Embedded.inStyles(Address.of("http://shop/s/all.css"), css).stream()
        .map(resource -> resource.address().toString().replace("http://shop/s/", ""))
        .toList();
  }
}
