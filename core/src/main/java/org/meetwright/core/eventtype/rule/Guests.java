package org.meetwright.core.eventtype.rule;

import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The number of guests that an invitee may bring along, and when they are told. Guests named by a
/// stranger are strangers to the host: if there are many, they are told only once the invitee has
/// confirmed the address, or a host has approved.
///
/// @param allowed whether a booking may have guests
/// @param atOnce up to how many guests are told at once, 0 to 10; 0 if none may be named
public record Guests(boolean allowed, int atOnce) {
  /// The most guests that a booking may have.
  public static final int MOST = 10;

  /// Bookings have no guests.
  public static final Guests OFF = new Guests(false, 0);

  /// They always wait.
  public static final Guests AFTER_CONFIRMATION = new Guests(true, 0);

  /// What counts if nothing else is said: a few are told at once.
  public static final Guests USUAL = new Guests(true, 3);

  /// Creates the rule.
  ///
  /// @throws InvalidValueException (field `guestsAtOnce`) if the number is not valid
  public Guests {
    Text.number("guestsAtOnce", atOnce, 0, allowed ? MOST : 0);
  }

  /// Returns `off`, `afterConfirmation` or `atOnce`.
  public String word() {
    if (!allowed) {
      return "off";
    }
    return atOnce == 0 ? "afterConfirmation" : "atOnce";
  }

  /// Returns the rule that a word names.
  ///
  /// @throws InvalidValueException (field `guests`) if it names none
  public static Guests of(String word) {
    return switch (word) {
      case "off" -> OFF;
      case "afterConfirmation" -> AFTER_CONFIRMATION;
      case "atOnce" -> new Guests(true, MOST);
      default ->
          throw new InvalidValueException(
              "guests",
              "must be off, afterConfirmation or atOnce, not " + InvalidValueException.shown(word));
    };
  }
}
