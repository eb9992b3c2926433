package org.meetwright.core.eventtype.text;

import java.util.Arrays;
import java.util.Optional;

/// What is filled in where a text has its word in braces.
public enum TextVariable {
  /// The invitee's name.
  INVITEE("invitee"),
  /// The names of the hosts.
  HOST("host"),
  /// The name of the event type.
  EVENT_TYPE("eventType"),
  /// Date and time of the start, as the reader reads them.
  START("start"),
  /// The date, as the reader reads it.
  DATE("date"),
  /// The time of the start, as the reader reads it.
  TIME("time"),
  /// How long the meeting is.
  DURATION("duration"),
  /// Where the meeting is; empty if invitees learn it some other way.
  LOCATION("location"),
  /// The address of the invitee's own page of the booking.
  MANAGE_URL("manageUrl");

  private final String word;

  TextVariable(String word) {
    this.word = word;
  }

  /// Returns the word that stands in braces.
  public String word() {
    return word;
  }

  static Optional<TextVariable> find(String word) {
    return Arrays.stream(values()).filter(variable -> variable.word.equals(word)).findFirst();
  }
}
