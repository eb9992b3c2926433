package org.meetwright.server.pages.account.request;

import java.util.Locale;

/// A page of a host's account, as its navigation lists them.
public enum Room {
  OVERVIEW("/account"),
  SECURITY("/account/security"),
  TOKENS("/account/tokens"),
  APPEARANCE("/account/appearance"),
  SHARE("/account/share"),
  TEAMS("/account/teams");

  private final String path;

  Room(String path) {
    this.path = path;
  }

  /// Returns where it is.
  public String path() {
    return path;
  }

  /// Returns the key of its name.
  String key() {
    return "room." + name().toLowerCase(Locale.ROOT);
  }
}
