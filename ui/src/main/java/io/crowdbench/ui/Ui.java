package io.crowdbench.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;
import io.crowdbench.kit.ServiceKit;
import io.crowdbench.kit.web.WebKit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// The pages, the live feed, and one address for all APIs.
@SpringBootApplication
@Import({ServiceKit.class, WebKit.class})
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("crowdbench.css")
public class Ui implements AppShellConfigurator {

  /// Runs before the first paint, so that a page never flashes in the wrong colours. Without a
  /// choice of the reader's the browser follows the system.
  private static final String COLOURS =
      """
      window.crowdColours = {
        use(scheme) { document.documentElement.style.colorScheme = scheme || 'light dark'; },
        toggle() {
          const now = document.documentElement.style.colorScheme;
          const dark = now === 'dark'
            || (now !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
          const next = dark ? 'light' : 'dark';
          localStorage.setItem('crowdbench.colours', next);
          this.use(next);
          window.dispatchEvent(new Event('crowd-colours'));
        },
      };
      window.crowdColours.use(localStorage.getItem('crowdbench.colours'));
      matchMedia('(prefers-color-scheme: dark)')
        .addEventListener('change', () => window.dispatchEvent(new Event('crowd-colours')));
      """;

  public static void main(String[] args) {
    start(args);
  }

  /// Starts the UI under its own configuration name, so that it can share a JVM and a class path
  /// with the services.
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(Ui.class).properties("spring.config.name=ui").run(args);
  }

  @Override
  public void configurePage(AppShellSettings page) {
    page.setPageTitle("Crowdbench");
    page.setViewport("width=device-width, initial-scale=1");
    page.addLink("icon", "crowdbench.svg");
    page.addInlineWithContents(Inline.Position.PREPEND, COLOURS, Inline.Wrapping.JAVASCRIPT);
  }
}
