package io.crowdbench.ui.home;

import java.util.Map;

/// How many messages could not be read or handled and lie on topics of their own.
interface DeadLetterCount {

  /// By the topic they came from; none where there are none, or where that can't be found out.
  Map<String, Long> byTopic();
}
