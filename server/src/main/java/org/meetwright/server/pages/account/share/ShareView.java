package org.meetwright.server.pages.account.share;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of all addresses at which a host can be booked.
///
/// @param places his own handle, then those of his teams
public record ShareView(AccountFrame frame, List<Place> places) {
  /// A handle.
  ///
  /// @param id its name on the page
  /// @param address of the public page
  /// @param meetings what can be booked there
  public record Place(String id, String name, String address, List<Meeting> meetings) {}

  /// An event type.
  ///
  /// @param id its name on the page
  /// @param facts what one has to know to share it
  /// @param snippets where the snippets for other sites are; null if it cannot be embedded
  public record Meeting(
      String id, String name, String address, List<String> facts, @Nullable String snippets) {}
}
