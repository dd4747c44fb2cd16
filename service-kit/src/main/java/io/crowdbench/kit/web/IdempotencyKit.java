package io.crowdbench.kit.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Brings `Idempotency-Key` into an application with a database.
@Configuration(proxyBeanMethods = false)
@Import({IdempotencyFilter.class, IdempotentRequests.class})
public class IdempotencyKit {}
