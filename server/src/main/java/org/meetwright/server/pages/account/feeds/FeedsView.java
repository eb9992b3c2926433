package org.meetwright.server.pages.account.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.account.request.Credential;

/// The page of a host's calendar feeds.
///
/// @param form what was typed
/// @param error what is wrong with its name; null if nothing is
/// @param says what is said first; null for nothing
/// @param made the address of the feed that was just made; null if none was
public record FeedsView(
    AccountFrame frame,
    List<Credential> feeds,
    FeedForm form,
    @Nullable String error,
    @Nullable String says,
    @Nullable String made) {
  /// Leaves the secret out.
  @Override
  public String toString() {
    return "FeedsView";
  }
}
