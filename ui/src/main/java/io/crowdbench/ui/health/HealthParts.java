package io.crowdbench.ui.health;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.crowdbench.ui.base.ServiceAddresses;
import io.crowdbench.ui.feed.Feed;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// The parts that are looked after, and `GET /api/health`, which tells scripts of them.
@Configuration(proxyBeanMethods = false)
class HealthParts {

  @Bean
  HealthWatch healthWatch(KafkaProbe kafka, ServiceAddresses addresses, Feed feed) {
    var requests = new HealthRequests();
    var provisioner =
        new ServiceProbe(
            "provisioner-service",
            "no slave can be added or deployed and nothing uploaded",
            addresses.provisioner(),
            requests);
    var runs =
        new ServiceProbe(
            "run-service",
            "load goes on for a minute, and no run can be planned, started or stopped",
            addresses.runs(),
            requests);
    var results =
        new ServiceProbe(
            "results-service",
            "what is measured waits in Kafka, and no results can be looked up",
            addresses.results(),
            requests);
    var database =
        new DatabaseProbe(
            List.of(addresses.provisioner(), addresses.runs(), addresses.results()), requests);
    var watch =
        new HealthWatch(
            List.of(kafka, database, provisioner, runs, results), feed, Clock.systemUTC());
    watch.start();
    return watch;
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  RouterFunction<ServerResponse> healthRoute(HealthWatch watch) {
    return route().GET("/api/health", _ -> ServerResponse.ok().body(watch.parts())).build();
  }
}
