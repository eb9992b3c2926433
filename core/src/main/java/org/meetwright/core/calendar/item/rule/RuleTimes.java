package org.meetwright.core.calendar.item.rule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/// The local times that fit a rule, in order.
public final class RuleTimes {
  private static final int LAST_YEAR = 9_999;

  static final RuleTimes NONE = new RuleTimes(null);

  private final @Nullable Supplier<RecurrenceRuleIterator> source;
  private @Nullable RecurrenceRuleIterator iterator;

  RuleTimes(@Nullable Supplier<RecurrenceRuleIterator> source) {
    this.source = source;
  }

  /// Returns the next time; null if there is none until the year 9999.
  ///
  /// @throws RuleException if none is found within the budget
  public @Nullable LocalDateTime next() throws RuleException {
    if (source == null) {
      return null;
    }
    try {
      if (iterator == null) {
        iterator = source.get();
      }
      if (!iterator.hasNext()) {
        return null;
      }
      LocalDateTime next =
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(iterator.nextMillis(), 1000), 0, ZoneOffset.UTC);
      return next.getYear() > LAST_YEAR ? null : next;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Too many intervals without a time, as of February 30th.
      throw new RuleException(RuleException.Flaw.PAST_BUDGET);
    }
  }
}
