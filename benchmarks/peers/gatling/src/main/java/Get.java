import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/// One GET with a check of its status: again and again, or once for each arriving user.
public class Get extends Simulation {

  {
    var base = System.getProperty("bench.address");
    var number = Integer.getInteger("bench.number");
    var time = Duration.ofSeconds(Long.getLong("bench.seconds"));
    var get = exec(http("get").get("").check(status().is(200)));
    var site = http.baseUrl(base).disableCaching().disableFollowRedirect();
    if (Boolean.getBoolean("bench.pages")) {
      setUp(scenario("get").forever().on(get).injectOpen(atOnceUsers(number)))
          .protocols(site.inferHtmlResources())
          .maxDuration(time);
    } else if (Boolean.getBoolean("bench.closed")) {
      setUp(scenario("get").forever().on(get).injectOpen(atOnceUsers(number)))
          .protocols(site)
          .maxDuration(time);
    } else {
      setUp(scenario("get").exec(get).injectOpen(constantUsersPerSec(number).during(time)))
          .protocols(site.shareConnections());
    }
  }
}
