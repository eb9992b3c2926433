package org.meetwright.core.calendar.sync.store;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.ExpandedEvent;
import org.meetwright.core.calendar.item.ExpandedEvent.Problem;

/// What is wrong with an item: times of it may be missing, or others than those that are meant.
///
/// @param problem the word of a [Problem]; null if no time is missing
/// @param unknownZone the name of a zone that nobody knows; null if there is none
public record ItemProblem(@Nullable String problem, @Nullable String unknownZone) {
  /// Nothing is wrong.
  public static final ItemProblem NONE = new ItemProblem(null, null);

  /// Returns what is wrong with what was expanded.
  public static ItemProblem of(ExpandedEvent expansion) {
    Problem problem = expansion.problem();
    return new ItemProblem(
        problem == Problem.NONE ? null : problem.word(),
        expansion.unknownZones().stream().findFirst().orElse(null));
  }

  /// Returns whether not all times of it could be counted, so that those that are stored stay.
  boolean isCut() {
    return Problem.PAST_BUDGET.word().equals(problem);
  }
}
