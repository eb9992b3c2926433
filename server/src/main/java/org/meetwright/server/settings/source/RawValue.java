package org.meetwright.server.settings.source;

/// A value that somebody gave to a setting.
///
/// @param from by which way
/// @param place where exactly, for complaints: `/etc/meetwright.yaml, line 3`
record RawValue(String text, Source from, String place) {
  /// The ways to give a value; a later one beats an earlier one.
  enum Source {
    FILE,
    VARIABLE,
    OPTION
  }

  boolean beats(RawValue other) {
    return from.compareTo(other.from) > 0;
  }
}
