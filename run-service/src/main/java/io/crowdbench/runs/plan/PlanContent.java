package io.crowdbench.runs.plan;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.crowdbench.messages.run.Spacing;
import io.crowdbench.messages.run.Visitors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan as a person or tool sends it. Everything may be missing: that is for [PlanCheck] to say,
/// all at once.
///
/// @param name what people call it
/// @param bundle hash of the bundle with the actions
/// @param target base address of the site under test
/// @param slaves names or ids of the slaves
/// @param steps its stretches, in order
/// @param seed seed of all random choices; 1 by default
/// @param drainSeconds how long users may take to finish at the end; 10 by default
/// @param onLostSlave what happens when a slave is lost; the run ends by default
/// @param weights how the users of [#ALL] are divided, by the action's name
/// @param iterations passes that each user does at most, by the action's name
/// @param maxSeconds how long the load may last at most
/// @param visitors who it is that arrives; new users by default
/// @param maxUsers how many who arrived may be there at the same time; as many as there are user
///   ids by default
public record PlanContent(
    @Nullable String name,
    @Nullable String bundle,
    @Nullable String target,
    @Nullable List<String> slaves,
    @Nullable List<Step> steps,
    @Nullable Long seed,
    @Nullable Integer drainSeconds,
    @Nullable OnLostSlave onLostSlave,
    @Nullable Map<String, Integer> weights,
    @Nullable Map<String, Integer> iterations,
    @Nullable Integer maxSeconds,
    @Nullable Visitors visitors,
    @Nullable Integer maxUsers) {

  /// Where an action's name would stand: all actions of the plan's weights, as these divide them.
  static final String ALL = "*";

  /// A stretch of the plan.
  ///
  /// @param seconds how long it lasts; none if it holds
  /// @param users users to add (or, negative, to take out), by the action's name; once named
  ///   `change`
  /// @param rampSeconds how long that takes, and the way from the rates before to these; at once by
  ///   default
  /// @param arrivals rates at which more users arrive, by the action's name
  /// @param burst users who arrive together at its beginning, by the action's name; once named
  ///   `atOnce`
  /// @param hold whether it lasts until somebody starts the next step
  /// @param random numbers that are drawn anew again and again
  public record Step(
      @Nullable Integer seconds,
      @JsonAlias("change") @Nullable Map<String, Integer> users,
      @Nullable Integer rampSeconds,
      @Nullable Map<String, Arrivals> arrivals,
      @JsonAlias("atOnce") @Nullable Map<String, Integer> burst,
      @Nullable Boolean hold,
      @Nullable RandomProfile random) {

    boolean holds() {
      return Boolean.TRUE.equals(hold);
    }
  }

  /// @param perSecond how many users arrive in a second, all slaves together
  /// @param spacing evenly by default
  public record Arrivals(@Nullable Double perSecond, @Nullable Spacing spacing) {}

  /// Numbers between bounds, drawn with the plan's seed when the plan is checked.
  ///
  /// @param everySeconds how often
  /// @param users how many users repeat each action
  /// @param arrivals how many users arrive in a second at each action
  public record RandomProfile(
      @Nullable Integer everySeconds,
      @Nullable Map<String, UserBounds> users,
      @Nullable Map<String, RateBounds> arrivals) {}

  /// Both included.
  public record UserBounds(@Nullable Integer from, @Nullable Integer to) {}

  public record RateBounds(@Nullable Double from, @Nullable Double to, @Nullable Spacing spacing) {}

  /// What a run does when one of its slaves falls silent.
  public enum OnLostSlave {
    /// It ends.
    END,
    /// It goes on with the others, and the gap is marked.
    GO_ON
  }
}
