package io.crowdbench.ui.base;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the services are.
@ConfigurationProperties("crowdbench")
public record ServiceAddresses(URI provisioner, URI runs, URI results) {}
