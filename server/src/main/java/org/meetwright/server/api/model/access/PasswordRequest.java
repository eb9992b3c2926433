package org.meetwright.server.api.model.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A change of the password.
///
/// @param current the one in force
/// @param chosen the new one
public record PasswordRequest(String current, @JsonProperty("new") String chosen) {
  /// Leaves the passwords out.
  @Override
  public String toString() {
    return "PasswordRequest";
  }
}
