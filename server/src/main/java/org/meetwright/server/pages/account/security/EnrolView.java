package org.meetwright.server.pages.account.security;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page on which a second factor is set up.
///
/// @param key what the app is told, in groups of four letters
/// @param uri the same for an app on this device
/// @param picture the same for an app on another one
/// @param error what is wrong with the code; null if nothing is
public record EnrolView(
    AccountFrame frame, String key, String uri, QrPicture picture, @Nullable String error) {
  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "EnrolView";
  }
}
