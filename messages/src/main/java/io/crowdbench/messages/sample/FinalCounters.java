package io.crowdbench.messages.sample;

import static io.crowdbench.messages.Required.field;

/// What a runner counted in all, apart from its samples: the samples are complete when they add up
/// to it.
///
/// @param operations all operations of the runner by outcome
/// @param transactions all transactions of the runner by outcome
/// @param batches how many sample batches it published; their sequence numbers are 0 to batches - 1
public record FinalCounters(OutcomeCounts operations, OutcomeCounts transactions, long batches) {

  public static final FinalCounters NONE =
      new FinalCounters(OutcomeCounts.NONE, OutcomeCounts.NONE, 0);

  public FinalCounters {
    field(operations, "operations");
    field(transactions, "transactions");
  }

  public FinalCounters plus(FinalCounters other) {
    return new FinalCounters(
        operations.plus(other.operations),
        transactions.plus(other.transactions),
        batches + other.batches);
  }
}
