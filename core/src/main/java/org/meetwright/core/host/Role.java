package org.meetwright.core.host;

/// What a host may do beyond his own data.
public enum Role {
  /// Only what is his.
  HOST,
  /// Also what concerns the whole installation.
  ADMIN
}
