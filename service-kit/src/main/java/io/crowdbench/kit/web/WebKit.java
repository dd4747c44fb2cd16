package io.crowdbench.kit.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Brings all of this package into an application.
@Configuration(proxyBeanMethods = false)
@Import({WebSecurity.class, ProblemAnswers.class, ErrorPage.class, ContainerProblems.class})
public class WebKit {}
