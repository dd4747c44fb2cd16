package io.crowdbench.agent.crowd;

import static io.crowdbench.agent.crowd.VisitedSite.CSS;
import static io.crowdbench.agent.crowd.VisitedSite.HTML;
import static io.crowdbench.agent.crowd.VisitedSite.OK;
import static io.crowdbench.agent.crowd.VisitedSite.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.testing.OnEventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page of somebody else's, with what Chromium asked for when it opened it.
@ExtendWith(OnEventLoop.class)
@Timeout(60)
class VisitCaseTest {

  /// Beside the project's root.
  private static final Path CASE = Path.of("../../shared/cases/page");

  @Test
  void loadsWhatChromiumDid() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CASE), CASE + " is not on this machine");
    var page = Files.readString(CASE.resolve("index.html"));
    var styles = Files.readString(CASE.resolve("main.css"));
    try (var one =
        new OneUser(request -> {
          var path = request.target();
          if (path.equals("/")) {
            return answer(HTML, page);
          }
          return path.equals("/shop/css/main.css")
              ? answer(CSS, styles)
              : answer(path.endsWith(".css") ? CSS : OK, "");
        })) {
      one.user.visit("/");

      var asked = new TreeSet<String>();
      one.site
          .requests()
          .forEach(each -> asked.add("GET " + each.target().replaceFirst("\\?.*", "")));
      assertThat(asked).containsExactlyElementsOf(Files.readAllLines(CASE.resolve("chromium.txt")));
      assertThat(one.site.requests()).hasSize(asked.size());
    }
  }
}
