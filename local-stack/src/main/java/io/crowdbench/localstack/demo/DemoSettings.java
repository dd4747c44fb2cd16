package io.crowdbench.localstack.demo;

import java.nio.file.Path;
import java.util.List;

/// Where the demo works.
///
/// @param url the one address of all APIs
/// @param kafka where its Kafka is, `host:port`
/// @param site the target site, as the slaves and the demo reach it
/// @param seconds how long each of the three steps lasts
/// @param examples folder of the examples
public record DemoSettings(
    String url, String kafka, String site, List<SlaveAddress> slaves, int seconds, Path examples) {}
