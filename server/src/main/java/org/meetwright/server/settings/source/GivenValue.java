package org.meetwright.server.settings.source;

/// A value that somebody gave to a setting.
///
/// @param from by which way
/// @param place where exactly, for complaints: `/etc/meetwright.yaml, line 3`
record GivenValue(String text, From from, String place) {
  /// The ways to give a value; a later one beats an earlier one.
  enum From {
    FILE,
    VARIABLE,
    OPTION
  }

  boolean beats(GivenValue other) {
    return from.compareTo(other.from) > 0;
  }
}
