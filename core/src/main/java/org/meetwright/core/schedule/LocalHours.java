package org.meetwright.core.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.core.value.InvalidValueException;

/// A half-open span of wall-clock time within one day.
///
/// @param startMinute minutes after midnight on the clock, inclusive, 0 to 1439
/// @param endMinute minutes after midnight on the clock, exclusive, after the start; 1440 is 24:00
public record LocalHours(int startMinute, int endMinute) implements Comparable<LocalHours> {
  /// The minutes of a whole day.
  public static final int DAY = 24 * 60;

  private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");
  private static final Comparator<LocalHours> ORDER =
      Comparator.comparingInt(LocalHours::startMinute).thenComparingInt(LocalHours::endMinute);

  /// Creates the span.
  ///
  /// @throws InvalidValueException (field `start` or `end`) if it is empty or leaves the day
  public LocalHours {
    if (startMinute < 0 || startMinute >= DAY) {
      throw new InvalidValueException(
          "start", "must be a time from 00:00 to 23:59, not " + clock(startMinute));
    }
    if (endMinute <= startMinute || endMinute > DAY) {
      throw new InvalidValueException(
          "end",
          "must be later than the start "
              + clock(startMinute)
              + " and at most 24:00, not "
              + clock(endMinute));
    }
  }

  /// Reads a span from two texts such as `09:00` and `24:00`.
  ///
  /// @throws InvalidValueException (field `start` or `end`) if one is not of the form HH:MM
  public static LocalHours parse(String start, String end) {
    return new LocalHours(minutes("start", start), minutes("end", end));
  }

  private static int minutes(String field, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || (text.startsWith("24") && !text.equals("24:00"))) {
      throw new InvalidValueException(
          field,
          "must be a time like 09:00 (24:00 as an end), not " + InvalidValueException.shown(text));
    }
    return Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
  }

  /// Returns the start as `HH:MM`.
  public String start() {
    return clock(startMinute);
  }

  /// Returns the end as `HH:MM`, at most `24:00`.
  public String end() {
    return clock(endMinute);
  }

  /// Returns the spans sorted, checked not to overlap. Touching ones are fine.
  ///
  /// @throws InvalidValueException (field named) if two overlap
  public static List<LocalHours> withoutOverlap(String field, List<LocalHours> hours) {
    List<LocalHours> sorted = hours.stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).startMinute < sorted.get(i - 1).endMinute) {
        throw new InvalidValueException(
            field, "must not overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
      }
    }
    return sorted;
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  @Override
  public int compareTo(LocalHours other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return start() + "-" + end();
  }
}
