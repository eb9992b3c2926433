package org.meetwright.server.pages.picker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What a visitor has chosen so far: all of it is in the address of the page.
///
/// @param month the month to show; null for the first that makes sense
/// @param date the day whose times to show; null for the first free one
/// @param zone the zone to show times in; null for the visitor's usual one
/// @param start the time that he wants; null if he is still choosing
/// @param link the token of the booking link that he came with; null if he has none
/// @param carried what else the address says
public record Choice(
    @Nullable YearMonth month,
    @Nullable LocalDate date,
    @Nullable ZoneId zone,
    @Nullable Instant start,
    @Nullable String link,
    PageParameters carried) {

  /// Returns the choice of a visitor who has chosen nothing yet.
  ///
  /// @param link the token of the booking link that he came with; null if he has none
  public static Choice nothing(
      @Nullable ZoneId zone, @Nullable String link, PageParameters carried) {
    return new Choice(null, null, zone, null, link, carried);
  }

  /// Returns the choice of another month, in which no day is chosen yet.
  public Choice withMonth(YearMonth other) {
    return new Choice(other, null, zone, null, link, carried);
  }

  /// Returns the choice of a day.
  public Choice withDate(LocalDate other) {
    return new Choice(YearMonth.from(other), other, zone, null, link, carried);
  }

  /// Returns the choice of a time on a day.
  public Choice withStart(LocalDate day, Instant other) {
    return new Choice(YearMonth.from(day), day, zone, other, link, carried);
  }

  /// Returns the choice of a zone.
  public Choice withZone(ZoneId other) {
    return new Choice(month, date, other, start, link, carried);
  }

  /// Returns the choice of something that stands in the address under its name; no time of day is
  /// chosen with it yet.
  public Choice with(String name, String value) {
    return new Choice(month, date, zone, null, link, carried.with(name, value));
  }

  /// Returns the same choice, whose addresses say something more.
  Choice saying(String name, String value) {
    return new Choice(month, date, zone, start, link, carried.with(name, value));
  }

  /// Returns the address of a page with this choice.
  ///
  /// @param path the page's path
  public String on(String path) {
    StringJoiner query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    add(query, "month", month);
    add(query, "date", date);
    add(query, "zone", zone);
    add(query, "start", start);
    add(query, "link", link);
    if (!carried.fields().isEmpty()) {
      query.add(carried.query());
    }
    return query.toString();
  }

  private static void add(StringJoiner query, String name, @Nullable Object value) {
    if (value != null) {
      query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }
}
