package org.meetwright.core.hostlink;

import java.util.Arrays;
import org.meetwright.core.value.InvalidValueException;

/// What the links in a host's mail about bookings ask for before they let him act.
public enum MailActions {
  /// Nothing: the link is enough.
  OPEN("open"),
  /// The host signs in first, with the second factor if there is one.
  SIGN_IN("signIn");

  private final String word;

  MailActions(String word) {
    this.word = word;
  }

  /// Returns the choice that a word stands for.
  ///
  /// @throws InvalidValueException (field `mailActions`) if it stands for none
  public static MailActions of(String word) {
    return Arrays.stream(values())
        .filter(choice -> choice.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "mailActions",
                    "must be open or signIn, not " + InvalidValueException.shown(word)));
  }

  /// Returns the word that stands for it outside the program.
  public String word() {
    return word;
  }
}
