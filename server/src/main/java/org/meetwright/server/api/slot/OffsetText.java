package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

/// Writes epoch seconds as RFC 3339 texts with the offset of a time zone, such as
/// `2026-03-29T09:00:00+02:00`, or with `Z` for an offset of zero. Made for many instants, one
/// after the other: the zone is asked once between two changes of its offset, the calendar once a
/// local date, and there is no object an instant. Not for several threads at once.
public final class OffsetText {
  /// The most bytes that a text has.
  public static final int LONGEST = "0000-00-00T00:00:00+00:00".length();

  private static final int DAY = 24 * 60 * 60;
  private static final int HOUR = "0000-00-00T".length();
  private static final int MINUTE = HOUR + "00:".length();
  private static final int SECOND = MINUTE + "00:".length();
  private static final int OFFSET = SECOND + "00".length();
  private static final DateTimeFormatter OFFSET_FORM =
      DateTimeFormatter.ofPattern("XXX", Locale.ROOT);

  private final ZoneRules rules;
  private final byte[] text = "0000-00-00T00:00:00+00:00".getBytes(US_ASCII);

  // One offset counts from `offsetFrom` to `offsetUntil`, one local date from `from` to `until`.
  private ZoneOffset offset = ZoneOffset.UTC;
  private long offsetFrom;
  private long offsetUntil;
  private long from;
  private long until;
  private long midnight;
  private int length;

  /// Creates a writer of texts in a time zone.
  public OffsetText(ZoneId zone) {
    rules = zone.getRules();
  }

  /// Writes the text of an instant.
  ///
  /// @param at where it begins; there must be room for [#LONGEST] bytes
  /// @return where it ends, exclusive
  /// @throws IllegalArgumentException if the local year is not between 0 and 9999
  public int write(long epochSecond, byte[] into, int at) {
    if (!differsInTimeOnly(epochSecond)) {
      turnTo(epochSecond);
    }
    System.arraycopy(text, 0, into, at, length);
    overwriteTime(epochSecond, into, at);
    return at + length;
  }

  /// Returns whether an instant's text has the date and the offset of the one written last.
  public boolean differsInTimeOnly(long epochSecond) {
    return epochSecond >= from && epochSecond < until;
  }

  /// Makes a copy of the text written last the text of an instant that differs in time only.
  ///
  /// @param at where the copy begins
  public void overwriteTime(long epochSecond, byte[] into, int at) {
    int second = (int) (epochSecond - midnight);
    int minute = second / 60;
    int hour = minute / 60;
    put(hour, into, at + HOUR);
    put(minute - 60 * hour, into, at + MINUTE);
    put(second - 60 * minute, into, at + SECOND);
  }

  private void turnTo(long epochSecond) {
    if (epochSecond < offsetFrom || epochSecond >= offsetUntil) {
      findOffset(epochSecond);
    }
    long day = Math.floorDiv(epochSecond + offset.getTotalSeconds(), DAY);
    putDate(LocalDate.ofEpochDay(day));
    midnight = day * DAY - offset.getTotalSeconds();
    from = Math.max(midnight, offsetFrom);
    until = Math.min(midnight + DAY, offsetUntil);
  }

  private void findOffset(long epochSecond) {
    Instant instant = Instant.ofEpochSecond(epochSecond);
    ZoneOffsetTransition next = rules.nextTransition(instant);
    offset = rules.getOffset(instant);
    offsetFrom = epochSecond;
    offsetUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    byte[] form = OFFSET_FORM.format(offset).getBytes(US_ASCII);
    System.arraycopy(form, 0, text, OFFSET, form.length);
    length = OFFSET + form.length;
  }

  private void putDate(LocalDate date) {
    int year = date.getYear();
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("The year must be between 0 and 9999: " + date);
    }
    put(year / 100, text, 0);
    put(year % 100, text, 2);
    put(date.getMonthValue(), text, 5);
    put(date.getDayOfMonth(), text, 8);
  }

  private static void put(int twoDigits, byte[] into, int at) {
    int tens = twoDigits / 10;
    into[at] = (byte) ('0' + tens);
    into[at + 1] = (byte) ('0' + twoDigits - 10 * tens);
  }
}
