package org.meetwright.server.pages.account.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's notifications.
///
/// @param rows the latest first
/// @param upTo the number up to which all are marked as read; null if none is unread
/// @param next where earlier ones are; null if there are none
public record NotificationsView(
    AccountFrame frame, List<Row> rows, @Nullable String upTo, @Nullable String next) {
  /// A notification.
  ///
  /// @param when when it happened
  /// @param href where what it is about can be seen; null if that is gone
  /// @param read whether the host has read it
  public record Row(String text, String when, @Nullable String href, boolean read) {}
}
