package org.meetwright.server.pages.account.security;

import org.meetwright.server.pages.account.request.AccountFrame;

/// The page that shows recovery codes, once.
///
/// @param codes a line each
/// @param count how many
public record RecoveryView(AccountFrame frame, String codes, int count) {
  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "RecoveryView";
  }
}
