package io.crowdbench.ui.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import io.crowdbench.kit.web.Problems;
import io.crowdbench.ui.base.ServiceAddresses;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// One address for all APIs: each path goes to the service that owns it, and comes back as it is.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceAddresses.class)
class ApiRoutes {

  @Bean
  RouterFunction<ServerResponse> provisionerRoute(ServiceAddresses addresses) {
    return to(
        new Owner("provisioner-service", addresses.provisioner(), "CROWDBENCH_PROVISIONER"),
        "/api/slaves",
        "/api/slaves/**",
        "/api/bundles",
        "/api/bundles/**",
        "/api/openapi/provisioner");
  }

  @Bean
  RouterFunction<ServerResponse> runsRoute(ServiceAddresses addresses) {
    return to(
        new Owner("run-service", addresses.runs(), "CROWDBENCH_RUNS"),
        "/api/plans",
        "/api/plans/**",
        "/api/runs",
        "/api/runs/**",
        "/api/openapi/runs");
  }

  @Bean
  RouterFunction<ServerResponse> resultsRoute(ServiceAddresses addresses) {
    return to(
        new Owner("results-service", addresses.results(), "CROWDBENCH_RESULTS"),
        "/api/results/**",
        "/api/openapi/results");
  }

  /// Without this the pages would answer every other address below `/api` with HTML.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  RouterFunction<ServerResponse> noSuchApi() {
    return route("no-such-api")
        .route(
            RequestPredicates.path("/api").or(RequestPredicates.path("/api/**")),
            request ->
                problem(
                    HttpStatus.NOT_FOUND,
                    Problems.noSuchAddress(request.method() + " " + request.requestPath().value())))
        .build();
  }

  private static RouterFunction<ServerResponse> to(Owner owner, String... paths) {
    RequestPredicate any =
        Arrays.stream(paths)
            .map(RequestPredicates::path)
            .reduce(RequestPredicate::or)
            .orElseThrow();
    return route(owner.name())
        .route(any, http())
        .before(uri(owner.address()))
        // Checked here already; to the service, which has another address, they would be foreign.
        .before(removeRequestHeader(HttpHeaders.ORIGIN))
        .before(removeRequestHeader("Sec-Fetch-Site"))
        .onError(ApiRoutes::isAway, (_, request) -> away(owner, request))
        .build();
  }

  private static boolean isAway(Throwable e) {
    return e instanceof ResourceAccessException || e instanceof IOException;
  }

  private static ServerResponse away(Owner owner, ServerRequest request) {
    var sentence =
        "Could not pass %s %s on to %s: it does not answer at %s. Start it, or set %s to where it is."
            .formatted(
                request.method(),
                request.requestPath().value(),
                owner.name(),
                owner.address(),
                owner.setting());
    return problem(HttpStatus.SERVICE_UNAVAILABLE, sentence);
  }

  private static ServerResponse problem(HttpStatus status, String sentence) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, List.of(sentence)));
  }

  /// A service and the paths' owner.
  ///
  /// @param setting environment variable that says where it is
  private record Owner(String name, URI address, String setting) {}
}
