package io.crowdbench.kit;

import io.crowdbench.kit.outbox.OutboxKit;
import io.crowdbench.kit.web.IdempotencyKit;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Imported by services with a database: the transactional outbox, and answers to repeated
/// requests. Their tables come with `classpath:db/kit` among Flyway's locations.
@Configuration(proxyBeanMethods = false)
@Import({OutboxKit.class, IdempotencyKit.class})
public class DatabaseKit {}
