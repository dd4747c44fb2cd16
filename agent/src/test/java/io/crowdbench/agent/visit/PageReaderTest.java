package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Browsing;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.Screen;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

  private static final Address PAGE = Address.of("http://shop/a/page?x=1");
  private static final Screen SCREEN = new Screen(1280, 720, 1);

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
        "<img src='b\\1.png'> | http://shop/a/b/1.png",
        "<img srcset='1.png 400w, 2.png 1300w, 3.png 2600w' sizes='(max-width: 600px) 9px, 50vw'> | http://shop/a/2.png",
        "<img srcset='1.png 100w, 2.png 200w, 3.png 400w' sizes='calc(100vw - 1100px)'> | http://shop/a/2.png",
        "<img srcset='2.png 2x'> | http://shop/a/2.png",
        "<iframe src=f.html></iframe> | http://shop/a/f.html",
        "<frameset><frame src=f.html></frameset> | http://shop/a/f.html",
        "<link rel='alternate stylesheet' href=c.css> | http://shop/a/c.css",
        "<link rel=stylesheet media=print href=c.css> | http://shop/a/c.css",
        "<style media=print>@import 'c.css' print;</style> | http://shop/a/c.css",
        "<link rel=prefetch href=n.html> | http://shop/a/n.html",
        "<link rel=manifest href=m.json><link rel=manifest href=n.json> | http://shop/a/m.json",
        "<link rel=icon sizes=16x16 href=1.png><link rel=icon sizes=32x32 href=2.png> | http://shop/a/2.png",
        "<script type=module>import a from './m.js'; import('./n.js')</script> | http://shop/a/m.js",
        "<svg><use href='s.svg#a'/></svg> | http://shop/a/s.svg",
        "<picture><source type=image/x srcset=0><source srcset='1.png, 2.png 2x'><img src=3></picture> | http://shop/a/1.png",
        "<base href=/b/><img src=1.png> | http://shop/b/1.png",
        "<link rel='shortcut icon' href=i.ico> | http://shop/a/i.ico",
        "<link rel=preload as=font href=f.woff2> | http://shop/a/f.woff2",
        "<script src=s.js></script> | http://shop/a/s.js",
        "<input type=image src=b.png> | http://shop/a/b.png",
        "<video poster=p.png src=v.mp4></video> | http://shop/a/p.png",
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
        "<link rel=stylesheet disabled href=c.css>",
        "<link rel=stylesheet type=text/less href=c.css>",
        "<link rel=preload href=a.js>",
        "<link rel=preload as=video href=a.mp4>",
        "<link rel=preload as=image media=print href=a.png>",
        "<link rel=apple-touch-icon href=a.png>",
        "<script type=text/template src=a.js></script>",
        "<video src=v.mp4></video>",
        "<img src=1.png loading=lazy>",
        "<img src='ftp://x/y.png'>",
        "<img src=#a>",
        "<img src='http://['>",
        "<a href=next.html>next</a>",
        "<link rel=canonical href=c.html>",
        "<script nomodule src=old.js></script>",
        "<noscript><img src=1.png></noscript>",
        "<template><img src=1.png></template>",
        "<audio><source src=a.mp3></audio>",
      })
  void leavesTheRest(String html) {
    assertThat(inPage(html)).isEmpty();
  }

  private static List<String> inPage(String html) {
    var page = Jsoup.parse(html, PAGE.toString());
    return PageReader.read(PAGE, page, Browsing.standard(), SCREEN, 0, null).resources().stream()
        .map(resource -> resource.address().toString())
        .toList();
  }
}
