package org.meetwright.server.api.model.access;

/// A code of an authenticator app, or a recovery code.
public record CodeRequest(String code) {
  /// Leaves the code out.
  @Override
  public String toString() {
    return "CodeRequest";
  }
}
