package io.crowdbench.runs.inventory;

import io.crowdbench.messages.provisioning.SlaveEvent;
import java.util.List;

/// What came together from `slave-events`, in its order, after the inventory has taken it in.
public record SlaveNews(List<SlaveEvent> events) {}
