package org.meetwright.core.team;

import java.util.Arrays;
import org.meetwright.core.value.InvalidValueException;

/// Whether a host has said yes to being in a team, and the words for it outside the program.
public enum Membership {
  /// He was asked. Until he accepts, the team cannot be met with him, and does not wait for him.
  INVITED("invited"),
  /// He is in it.
  MEMBER("member");

  private final String word;

  Membership(String word) {
    this.word = word;
  }

  /// Returns the word that stands for it outside the program.
  public String word() {
    return word;
  }

  static Membership of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "state",
                    "must be invited or member, not " + InvalidValueException.shown(word)));
  }
}
