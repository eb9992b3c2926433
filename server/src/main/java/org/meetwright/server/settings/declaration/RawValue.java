package org.meetwright.server.settings.declaration;

/// A value that somebody gave to a setting.
///
/// @param from by which way
/// @param place where exactly, for complaints: `/etc/meetwright.yaml, line 3`
public record RawValue(String text, Source from, String place) {
  /// The ways to give a value; a later one beats an earlier one.
  public enum Source {
    /// The configuration file.
    FILE,
    /// An environment variable.
    VARIABLE,
    /// An option on the command line.
    OPTION
  }

  boolean beats(RawValue other) {
    return from.compareTo(other.from) > 0;
  }

  /// Leaves the text out: it may be a secret.
  @Override
  public String toString() {
    return place;
  }
}
