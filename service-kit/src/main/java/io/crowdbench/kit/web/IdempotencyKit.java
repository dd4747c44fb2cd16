package io.crowdbench.kit.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Brings `Idempotency-Key` into an application with a database. Its table comes with
/// `classpath:db/kit` among Flyway's locations.
@Configuration(proxyBeanMethods = false)
@Import({IdempotencyFilter.class, IdempotentRequests.class})
public class IdempotencyKit {}
