package org.meetwright.core.calendar.remote;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How an account is reached.
///
/// @param address what the host typed: a URL, or an e-mail address whose domain is asked
/// @param user empty if there is none
/// @param password empty if there is none
/// @param ownAddresses the host's e-mail addresses in lower case, by which it is seen what the host
///   answered to invitations; may be empty
public record AccountAccess(
    String address, String user, String password, Set<String> ownAddresses) {
  /// How long an address may be, in characters.
  public static final int LONGEST_ADDRESS = 2000;

  /// How long a user's name may be, in characters.
  public static final int LONGEST_USER = 200;

  /// How long a password may be, in characters.
  public static final int LONGEST_PASSWORD = 1000;

  /// Creates it.
  public AccountAccess {
    ownAddresses =
        ownAddresses.stream()
            .map(own -> own.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Creates it for someone whose e-mail addresses are not known.
  public AccountAccess(String address, String user, String password) {
    this(address, user, password, Set.of());
  }

  /// Returns it for someone with these e-mail addresses.
  public AccountAccess of(Set<String> addresses) {
    return new AccountAccess(address, user, password, addresses);
  }

  /// Never shows the password, nor the address, which may hold a secret.
  @Override
  public String toString() {
    return "AccountAccess[user=" + user + "]";
  }
}
