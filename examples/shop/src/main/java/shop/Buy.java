package shop;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import java.time.Duration;

/// Logs in once, then fills the cart and pays, again and again.
public class Buy implements Action {

  private int bought;

  @Override
  public void begin(User user) {
    user.post("/login", r -> r.form("user", user.id())).expectStatus(200);
  }

  @Override
  public void run(User user) {
    var product = user.random().nextInt(1, 41);
    user.get("/products/" + product).expectStatus(200);
    user.think(Duration.ofMillis(200), Duration.ofMillis(600));
    user.post("/cart", r -> r.form("product", String.valueOf(product))).expectStatus(200);
    user.post("/checkout").expectStatus(200);
    bought++;
    if (bought % 10 == 0) {
      user.log("bought " + bought + " things so far, the last one was product " + product);
    }
    user.think(Duration.ofMillis(200), Duration.ofMillis(600));
  }

  @Override
  public void end(User user) {
    user.get("/logout");
  }
}
