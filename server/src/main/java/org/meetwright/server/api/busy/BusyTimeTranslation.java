package org.meetwright.server.api.busy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.busy.BusyTimes;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.busy.ApiBusyTime;
import org.meetwright.server.api.model.busy.BusyTimeRequest;

/// Translates busy times to and from the API.
public final class BusyTimeTranslation {
  private static final Duration LONGEST = Duration.ofDays(366);

  private BusyTimeTranslation() {}

  /// Returns how the API tells a busy time.
  public static ApiBusyTime toApi(BusyTime busy) {
    return new ApiBusyTime(
        busy.id(), busy.startsAt(), busy.endsAt(), busy.summary(), busy.source());
  }

  /// Reads a busy time that a host puts in by hand.
  static BusyTime read(Fields fields, UUID id, UUID hostId) {
    fields.only(BusyTimeRequest.class);
    Instant start = fields.instant("start").truncatedTo(ChronoUnit.MICROS);
    Instant end = fields.instant("end").truncatedTo(ChronoUnit.MICROS);
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new InvalidValueException(
          "end", "must be at most a year (" + LONGEST.toDays() + " days) after start: " + end);
    }
    return new BusyTime(id, hostId, start, end, fields.text("summary", ""), BusyTime.MANUAL);
  }

  /// Returns a host's busy times, for the export.
  public static ExportPart exported(BusyTimes busyTimes) {
    return ExportPart.of(
        "busyTimes",
        host ->
            busyTimes.list(host.id(), null, null, Integer.MAX_VALUE).stream()
                .map(BusyTimeTranslation::toApi)
                .toList());
  }
}
