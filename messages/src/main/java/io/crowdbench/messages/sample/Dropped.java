package io.crowdbench.messages.sample;

import io.crowdbench.messages.AddedLater;

/// What a runner could not keep or do in a second. Counts and histograms are never dropped.
///
/// @param debugLines debug lines that were not published
/// @param errorGroups errors that were counted under "other errors", since there were too many
///   kinds
/// @param arrivals users who were to arrive and were not started, since there were as many as there
///   may be; by no means does one arrive later instead
public record Dropped(long debugLines, long errorGroups, @AddedLater long arrivals) {

  public static final Dropped NOTHING = new Dropped(0, 0, 0);
}
