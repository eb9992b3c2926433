package org.meetwright.server.pages.account.request;

/// A page of the account: a room, or something in it, for example one of the bookings.
///
/// @param address its path, perhaps with a query; the room's own path, or one below it
public record AccountPlace(AccountSection room, String address) {
  /// More than any of our addresses has.
  static final int LONGEST = 600;

  /// Creates it.
  ///
  /// @throws IllegalArgumentException if the address is not in the room, or too long
  public AccountPlace {
    String rest = address.startsWith(room.path()) ? address.substring(room.path().length()) : "!";
    if (!rest.matches("([/?][\\x21-\\x7e]*)?") || address.length() > LONGEST) {
      throw new IllegalArgumentException("Not in " + room + ": " + address);
    }
  }

  /// Returns the page of a room itself.
  public static AccountPlace of(AccountSection room) {
    return new AccountPlace(room, room.path());
  }

  /// Returns whether it is the page of a room itself.
  boolean isRoom() {
    return address.equals(room.path());
  }
}
