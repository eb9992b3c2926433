package org.meetwright.server.pages.account.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A page of a host's account, as its navigation lists them.
public enum Room {
  OVERVIEW("/account", "email"),
  SECURITY("/account/security"),
  TOKENS("/account/tokens", "name", "scope", "until"),
  APPEARANCE("/account/appearance", "color"),
  SHARE("/account/share"),
  TEAMS("/account/teams");

  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // It is, though its type does not say so.
  private final Set<String> kept;

  /// @param kept the fields of its forms that are no secrets, so may be kept while he signs in
  Room(String path, String... kept) {
    this.path = path;
    this.kept = Set.of(kept);
  }

  /// Returns where it is.
  public String path() {
    return path;
  }

  Set<String> kept() {
    return kept;
  }

  /// Returns the word that stands for it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the key of its name.
  String key() {
    return "room." + word();
  }

  /// Returns what a word stands for; empty if it stands for nothing.
  static Optional<Room> find(String word) {
    return Arrays.stream(values()).filter(room -> room.word().equals(word)).findFirst();
  }
}
