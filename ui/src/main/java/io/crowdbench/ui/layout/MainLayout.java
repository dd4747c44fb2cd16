package io.crowdbench.ui.layout;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import io.crowdbench.ui.feed.Feed;
import io.crowdbench.ui.health.HealthNotice;
import io.crowdbench.ui.health.HealthWatch;

/// The frame around every page.
@Layout
public class MainLayout extends AppLayout {

  private final HealthNotice health;

  public MainLayout(HealthWatch watch, Feed feed) {
    health = new HealthNotice(watch, feed);
    var name = new Span("Crowdbench");
    name.addClassName("product");
    var colours = new Button(VaadinIcon.ADJUST.create(), _ -> switchColours());
    colours.setId("colours");
    colours.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    colours.setAriaLabel("Switch between light and dark");
    colours.setTooltipText("Light or dark");
    colours.addClassName("push-right");
    addToNavbar(new DrawerToggle(), name, colours);
    var home = new SideNavItem("Home", "", VaadinIcon.HOME.create());
    home.setMatchNested(false);
    var runs = new SideNavItem("Runs", "runs", VaadinIcon.PLAY_CIRCLE.create());
    runs.setMatchNested(true);
    var slaves = new SideNavItem("Slaves", "slaves", VaadinIcon.SERVER.create());
    slaves.setMatchNested(true);
    var pages = new SideNav();
    pages.addItem(home, slaves, runs);
    addToDrawer(pages);
    setPrimarySection(Section.NAVBAR);
  }

  /// The page, below what there is to say of the system.
  @Override
  public void showRouterLayoutContent(HasElement content) {
    setContent(new Div(health, content.getElement().getComponent().orElseThrow()));
  }

  /// The browser remembers the choice: it belongs to a screen and a room, not to a person.
  private void switchColours() {
    getElement().executeJs("window.crowdColours.toggle()");
  }
}
