package org.meetwright.core.calendar.remote;

/// How an account is reached.
///
/// @param address what the host typed: a URL, or an e-mail address whose domain is asked
/// @param user empty if there is none
/// @param password empty if there is none
public record AccountAccess(String address, String user, String password) {
  /// Never shows the password, nor the address, which may hold a secret.
  @Override
  public String toString() {
    return "AccountAccess[user=" + user + "]";
  }
}
