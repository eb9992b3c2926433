package org.meetwright.server.text;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// The patterns that CLDR has for a skeleton such as `hm`: which fields are wanted, not in which
/// order.
public final class Skeletons {
  private Skeletons() {}

  /// Returns the pattern of a locale. One thread at a time: the JDK fails with a
  /// NullPointerException when two are the first to ask for a locale (seen with 25.0.3).
  public static synchronized String pattern(String skeleton, Locale locale) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
        skeleton, IsoChronology.INSTANCE, locale);
  }
}
