package io.crowdbench.agent.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.Browsing;
import io.crowdbench.agent.testing.OnEventLoop;
import io.crowdbench.agent.testing.RawSite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Opens the same pages in a real Chromium and in `visit`, and compares what they ask the site for.
@ExtendWith(OnEventLoop.class)
@Timeout(120)
class VisitInChromiumIT {

  private static final Path PAGES = Path.of("src/test/resources/pages");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css",
          "js", "text/javascript",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "txt", "text/plain",
          "png", "image/png");

  private static final byte[] IMAGE = image();

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  @TempDir private Path profile;

  /// As large as the icons that browsers want.
  private static byte[] image() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wiki", "shop", "app", "news", "framework", "old", "broken", "rtl", "mail"})
  void loadsWhatChromiumDoes(String page) throws IOException {
    var browser = BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(browser.isPresent(), "no Chromium on this machine");
    try (var one = new OneUser(VisitInChromiumIT::answer)) {
      one.user.browsing(Browsing.standard().withFavicon());
      one.user.visit("/" + page + "/");
      var ours = asked(one.site, 0);
      int first = one.site.requests().size();

      var chromium = open(browser.get(), URI.create(one.site.url() + "/" + page + "/"));
      try {
        var theirs = settled(one.site, first, ours);

        assertThat(differences(ours, theirs)).isEmpty();
      } finally {
        end(chromium);
      }
    }
  }

  /// What the browser asks for, when it is as much as expected and no more comes for a while; or
  /// whatever it is after a long while.
  private static Set<String> settled(RawSite site, int first, Set<String> expected) {
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(15))
          .during(Duration.ofSeconds(2))
          .until(() -> asked(site, first).equals(expected));
    } catch (ConditionTimeoutException e) {
      return asked(site, first);
    }
    return asked(site, first);
  }

  private static Set<String> asked(RawSite site, int first) {
    var paths = new TreeSet<String>();
    var requests = site.requests();
    requests
        .subList(first, requests.size())
        .forEach(each -> paths.add(each.target().replaceFirst("\\?.*", "")));
    return paths;
  }

  private static List<String> differences(Set<String> ours, Set<String> theirs) {
    var all = new TreeSet<>(ours);
    all.addAll(theirs);
    return all.stream()
        .filter(path -> ours.contains(path) != theirs.contains(path))
        .map(path -> path + (ours.contains(path) ? " by visit only" : " by Chromium only"))
        .toList();
  }

  private Process open(Path browser, URI address) throws IOException {
    return new ProcessBuilder(
            browser.toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,720",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile.resolve("chromium"),
            address.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void end(Process chromium) {
    var all = chromium.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    chromium.destroyForcibly();
    all.forEach(each -> each.onExit().join());
    chromium.onExit().join();
  }

  /// A file of the pages; of images and fonts always the same, and nothing for what is not there.
  private static byte[] answer(RawSite.Received request) {
    var path = URLDecoder.decode(request.target().replaceFirst("\\?.*", ""), UTF_8);
    if (path.endsWith("/404.css")) {
      return RawSite.answer("HTTP/1.1 404 Not Found\r\nContent-Type: text/css", "");
    }
    var name = path.endsWith("/") ? path + "index.html" : path;
    var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "image/png");
    var head = "HTTP/1.1 200 OK\r\nCache-Control: max-age=600\r\nContent-Type: " + type;
    try {
      var file = PAGES.resolve(name.substring(1));
      if (Files.isRegularFile(file)) {
        return RawSite.answer(head, Files.readAllBytes(file));
      }
      return switch (type) {
        case "image/png" -> RawSite.answer(head, IMAGE);
        case "font/woff2" -> RawSite.answer(head, Files.readAllBytes(PAGES.resolve("boxes.woff2")));
        case "image/svg+xml" ->
            RawSite.answer(
                head,
                "<svg xmlns='http://www.w3.org/2000/svg' width='32' height='32'><rect id='a' width='9' height='9'/></svg>");
        default -> RawSite.answer(head, "");
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
