package org.meetwright.core.access.brake;

import org.jspecify.annotations.Nullable;

/// Where a try comes from.
///
/// @param address an IP address
/// @param device what [KnownDevices] gave the browser after an earlier success, as it sends it;
///   null if it sends nothing
public record Origin(String address, @Nullable String device) {
  /// Returns the origin of a program, which keeps no cookie.
  public static Origin at(String address) {
    return new Origin(address, null);
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "Origin[" + address + "]";
  }
}
