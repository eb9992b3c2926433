package org.meetwright.core.eventtype.text;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.meetwright.core.value.InvalidValueException;

/// Where a host's own text stands.
public enum TextPlace {
  /// The page that an invitee sees after booking.
  CONFIRMATION("confirmation"),
  /// Mail to the invitee about a booking that was made, confirmed or moved, and all other mail for
  /// which there is no text of its own.
  MAIL("mail"),
  /// Reminders.
  REMINDER("reminder"),
  /// Mail to the invitee about a booking that was cancelled or declined.
  CANCELLATION("cancellation"),
  /// The mail after the meeting.
  FOLLOW_UP("followUp");

  private final String word;

  TextPlace(String word) {
    this.word = word;
  }

  /// Returns the word that stands for the place outside the program.
  public String word() {
    return word;
  }

  /// Returns the place of a word.
  ///
  /// @throws InvalidValueException (field: the word) if there is none
  public static TextPlace of(String word) {
    return Arrays.stream(values())
        .filter(place -> place.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    word,
                    "is not known here; known are "
                        + Arrays.stream(values())
                            .map(TextPlace::word)
                            .collect(Collectors.joining(", "))));
  }
}
