package org.meetwright.server.api.model.access;

import java.util.List;

/// Codes that each work once if the app is lost.
public record ApiRecoveryCodes(List<String> recoveryCodes) {
  /// Leaves the codes out.
  @Override
  public String toString() {
    return "ApiRecoveryCodes";
  }
}
