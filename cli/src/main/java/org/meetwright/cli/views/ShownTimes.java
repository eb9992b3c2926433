package org.meetwright.cli.views;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as they are printed: RFC 3339 to the second, with the offset of a zone.
public final class ShownTimes {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private ShownTimes() {}

  /// Returns an instant as it is written in a zone.
  public static String in(ZoneId zone, Instant instant) {
    return RFC_3339.format(instant.atZone(zone));
  }
}
