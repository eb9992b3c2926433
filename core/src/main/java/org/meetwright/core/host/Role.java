package org.meetwright.core.host;

/// The rights of a host beyond the host's own data.
public enum Role {
  /// Only what is his.
  HOST,
  /// Also what concerns the whole installation.
  ADMIN
}
