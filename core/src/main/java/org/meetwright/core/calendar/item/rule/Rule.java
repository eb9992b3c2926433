package org.meetwright.core.calendar.item.rule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/// A rule as in `RRULE:FREQ=WEEKLY;BYDAY=MO`. It counts in local time, so that nine o'clock stays
/// nine o'clock.
public final class Rule {
  private static final int LONGEST = 2_000;
  private static final int MOST_IN_AN_INTERVAL = 20_000;
  private static final long LONGEST_INTERVAL_DAYS = 1_000 * 366;

  private final RecurrenceRule rule;
  private final String until;
  private final int count;

  private Rule(RecurrenceRule rule, String until, int count) {
    this.rule = rule;
    this.until = until;
    this.count = count;
  }

  /// Reads a rule.
  ///
  /// @throws RuleException if it can't be understood, is finer than hourly, or has more times in
  ///   one of its intervals than are counted
  public static Rule parse(String text) throws RuleException {
    if (text.length() > LONGEST) {
      throw new RuleException(RuleException.Flaw.NOT_UNDERSTOOD);
    }
    String until = "";
    int count = Integer.MAX_VALUE;
    List<String> kept = new ArrayList<>();
    try {
      for (String part : text.toUpperCase(Locale.ROOT).replace(" ", "").split(";", -1)) {
        if (part.startsWith("UNTIL=")) {
          until = part.substring(6);
        } else if (part.startsWith("COUNT=")) {
          count = Integer.parseInt(part.substring(6));
        } else if (part.indexOf('=') > 0 && !part.endsWith("=")) {
          kept.add(part);
        }
      }
      RecurrenceRule rule = new RecurrenceRule(String.join(";", kept), RfcMode.RFC5545_LAX);
      refuse(rule);
      return new Rule(rule, until, count);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw new RuleException(RuleException.Flaw.NOT_UNDERSTOOD);
    }
  }

  /// Returns the last time of the rule as it was written; empty if there is none.
  public String until() {
    return until;
  }

  /// Returns how many times there are, the first one included; [Integer#MAX_VALUE] if that is not
  /// limited.
  public int count() {
    return count;
  }

  /// Returns the times that fit the rule, `UNTIL` and `COUNT` aside.
  ///
  /// @param start the first time of what repeats; fits the rule or not
  /// @param notBefore earlier times may be left out, unless they have to be counted
  public RuleTimes from(LocalDateTime start, LocalDateTime notBefore) {
    if (intervalDays() > LONGEST_INTERVAL_DAYS) {
      return RuleTimes.NONE;
    }
    LocalDateTime begin = count == Integer.MAX_VALUE ? nearer(start, notBefore) : start;
    return new RuleTimes(() -> rule.iterator(millis(begin), DateTime.UTC));
  }

  private long intervalDays() {
    long interval = rule.getInterval();
    return switch (rule.getFreq()) {
      case YEARLY -> 366 * interval;
      case MONTHLY -> 30 * interval;
      case WEEKLY -> 7 * interval;
      case DAILY -> interval;
      case HOURLY, MINUTELY, SECONDLY -> interval / 24;
    };
  }

  /// A whole number of intervals later, but before `notBefore`.
  private LocalDateTime nearer(LocalDateTime start, LocalDateTime notBefore) {
    ChronoUnit unit = unit(rule.getFreq());
    if (unit == ChronoUnit.FOREVER || !start.isBefore(notBefore)) {
      return start;
    }
    long intervals = unit.between(start, notBefore) / rule.getInterval() - 1;
    return intervals > 0 ? start.plus(intervals * rule.getInterval(), unit) : start;
  }

  private static ChronoUnit unit(Freq freq) {
    return switch (freq) {
      case HOURLY -> ChronoUnit.HOURS;
      case DAILY -> ChronoUnit.DAYS;
      case WEEKLY -> ChronoUnit.WEEKS;
      // Months and years differ in length; there are few of them.
      case MONTHLY, YEARLY, MINUTELY, SECONDLY -> ChronoUnit.FOREVER;
    };
  }

  private static long millis(LocalDateTime local) {
    return local.toEpochSecond(ZoneOffset.UTC) * 1000;
  }

  private static void refuse(RecurrenceRule rule) throws RuleException {
    Freq freq = rule.getFreq();
    if (freq == Freq.MINUTELY || freq == Freq.SECONDLY) {
      throw new RuleException(RuleException.Flaw.TOO_FINE);
    }
    long hours = freq == Freq.HOURLY ? 1 : size(rule, Part.BYHOUR);
    if (days(rule) * hours * size(rule, Part.BYMINUTE) * size(rule, Part.BYSECOND)
        > MOST_IN_AN_INTERVAL) {
      throw new RuleException(RuleException.Flaw.PAST_BUDGET);
    }
  }

  private static long days(RecurrenceRule rule) {
    boolean some =
        rule.getByDayPart() != null
            || rule.hasPart(Part.BYMONTHDAY)
            || rule.hasPart(Part.BYYEARDAY)
            || rule.hasPart(Part.BYWEEKNO);
    return switch (rule.getFreq()) {
      case YEARLY -> some ? 366 : size(rule, Part.BYMONTH);
      case MONTHLY -> some ? 31 : 1;
      case WEEKLY -> 7;
      case DAILY, HOURLY, MINUTELY, SECONDLY -> 1;
    };
  }

  private static int size(RecurrenceRule rule, Part part) {
    List<Integer> values = rule.getByPart(part);
    return values == null ? 1 : values.size();
  }
}
