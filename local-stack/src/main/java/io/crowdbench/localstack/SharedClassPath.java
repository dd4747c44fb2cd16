package io.crowdbench.localstack;

import java.util.List;

/// What the services have to know of each other's jars, since they share one class path here.
public final class SharedClassPath {

  private static final String GATEWAY = "org.springframework.cloud.gateway.server.mvc.";

  /// Auto-configuration that is there for the UI and must not start in a service.
  public static final List<String> NOT_IN_SERVICES =
      List.of(
          "com.vaadin.flow.spring.SpringBootAutoConfiguration",
          "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
          "com.vaadin.flow.spring.VaadinScopesConfig",
          GATEWAY + "GatewayServerMvcAutoConfiguration",
          GATEWAY + "GatewayMvcClassPathWarningAutoConfiguration",
          GATEWAY + "filter.FilterAutoConfiguration",
          GATEWAY + "handler.HandlerFunctionAutoConfiguration",
          GATEWAY + "handler.GatewayMultipartAutoConfiguration",
          GATEWAY + "predicate.PredicateAutoConfiguration",
          GATEWAY + "config.DefaultFunctionConfiguration");

  private SharedClassPath() {}
}
