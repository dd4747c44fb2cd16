package io.crowdbench.messages.sample;

/// What a runner could not keep in a second. Counts and histograms are never dropped.
///
/// @param debugLines debug lines that were not published
/// @param errorGroups errors that were counted under "other errors", since there were too many
///   kinds
public record Dropped(long debugLines, long errorGroups) {

  public static final Dropped NOTHING = new Dropped(0, 0);
}
