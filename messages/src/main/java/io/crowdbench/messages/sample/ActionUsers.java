package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;

/// Users of one action at the end of a second.
///
/// @param active users doing the action, those included that finish their last transaction
/// @param inFlight operations that were started and had not ended
public record ActionUsers(String action, int active, int inFlight) {

  public ActionUsers {
    field(action, "action");
  }
}
