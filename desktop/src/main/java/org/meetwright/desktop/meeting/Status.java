package org.meetwright.desktop.meeting;

import java.util.Locale;

/// The status of a booking. Its words are `status.NAME`.
public enum Status {
  /// A request that waits for the host.
  PENDING,
  /// It takes place.
  CONFIRMED,
  /// It was, and is no longer.
  CANCELLED,
  /// The host said no.
  DECLINED;

  static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Returns its word in the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
