package org.meetwright.server.pages.account.hours;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's schedules.
///
/// @param name what was typed as the name of a new one
/// @param error what is wrong with it; null if nothing is
public record HoursView(
    AccountFrame frame, List<Row> schedules, String name, @Nullable String error) {

  /// A schedule.
  ///
  /// @param facts what is known of it, a line each
  /// @param href where it is changed
  public record Row(String id, String name, boolean isDefault, List<String> facts, String href) {}
}
