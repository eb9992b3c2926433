package org.meetwright.core.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Dates on which a schedule is closed, or lies in another time zone.
///
/// @param holidays the public holidays on which it is closed; null if they do not count
/// @param travel where its hours are meant elsewhere, sorted, without overlap
public record Away(@Nullable PublicHolidays holidays, List<Travel> travel) {
  /// No such dates.
  public static final Away NEVER = new Away(null, List.of());

  private static final int MOST_TRAVEL = 100;

  /// Creates them.
  ///
  /// @throws InvalidValueException (field `travel`) if two ranges share a date, or there are more
  ///   than 100
  public Away {
    Text.number("travel", travel.size(), 0, MOST_TRAVEL);
    List<Travel> sorted = new ArrayList<>(travel);
    sorted.sort(Comparator.comparing(Travel::from));
    for (int i = 1; i < sorted.size(); i++) {
      Travel before = sorted.get(i - 1);
      Travel next = sorted.get(i);
      if (!next.from().isAfter(before.to())) {
        throw new InvalidValueException(
            "travel",
            "must not overlap: %s to %s and %s to %s"
                .formatted(before.from(), before.to(), next.from(), next.to()));
      }
    }
    travel = List.copyOf(sorted);
  }
}
