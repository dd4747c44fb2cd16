package shop;

import io.crowdbench.actions.Action;
import io.crowdbench.actions.User;
import java.time.Duration;

/// Looks around: the front page, a search, and one of the products.
public class Browse implements Action {

  @Override
  public void run(User user) {
    user.get("/").expectStatus(200).expectText("Welcome");
    user.think(Duration.ofMillis(100), Duration.ofMillis(400));
    user.get("/products", r -> r.query("q", "tea")).expectStatus(200);
    user.think(Duration.ofMillis(100), Duration.ofMillis(400));
    user.get("/products/" + user.random().nextInt(1, 41)).expectStatus(200);
    user.think(Duration.ofMillis(100), Duration.ofMillis(400));
  }
}
