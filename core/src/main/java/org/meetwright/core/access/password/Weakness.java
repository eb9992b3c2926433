package org.meetwright.core.access.password;

/// Why a password may not be chosen.
public enum Weakness {
  /// It has too few or too many characters.
  WRONG_LENGTH("must have 8 to 200 characters"),
  /// It is among the first that a guesser tries.
  COMMON("is among the first that a guesser tries; take a few words that do not belong together"),
  /// It is made of what everybody knows of its owner.
  OWN("must not be made of your address, handle or name");

  private final String message;

  Weakness(String message) {
    this.message = message;
  }

  /// Returns the same in words, to stand behind the name of the field.
  public String message() {
    return message;
  }
}
