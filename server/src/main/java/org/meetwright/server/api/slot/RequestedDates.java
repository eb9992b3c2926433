package org.meetwright.server.api.slot;

import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Times;

/// The dates that a request asks slots for.
///
/// @param from the first date, inclusive, in `zone`
/// @param to the last date, inclusive, in `zone`
record RequestedDates(LocalDate from, LocalDate to, ZoneId zone) {
  private static final int MOST_DAYS = 62;

  /// Reads them.
  ///
  /// @param usualZone the zone if none is asked for
  /// @throws InvalidValueException if they are no dates, or too many
  static RequestedDates of(ServerRequest request, Supplier<ZoneId> usualZone, Instant now) {
    ZoneId zone = zone(request, usualZone);
    LocalDate from = from(request, zone, now);
    LocalDate to =
        request
            .query()
            .first("to")
            .map(text -> Times.date("to", text))
            .orElseGet(() -> from.plusDays(MOST_DAYS / 2));
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidValueException(
          "to",
          "must be at most " + MOST_DAYS + " days from " + from + " on, and not before it: " + to);
    }
    return new RequestedDates(from, to, zone);
  }

  static ZoneId zone(ServerRequest request, Supplier<ZoneId> usualZone) {
    return request
        .query()
        .first("zone")
        .map(name -> TimeZones.parse("zone", name))
        .orElseGet(usualZone);
  }

  static LocalDate from(ServerRequest request, ZoneId zone, Instant now) {
    return request
        .query()
        .first("from")
        .map(text -> Times.date("from", text))
        .orElseGet(() -> LocalDate.ofInstant(now, zone));
  }
}
