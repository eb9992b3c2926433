package org.meetwright.desktop.session;

import java.time.ZoneId;
import java.util.Locale;

/// The account of a host to be added.
///
/// @param handle the name in addresses
public record NewAccount(
    String name, String handle, String email, String password, ZoneId zone, Locale locale) {
  /// Leaves the password out.
  @Override
  public String toString() {
    return "NewAccount[" + handle + "]";
  }
}
