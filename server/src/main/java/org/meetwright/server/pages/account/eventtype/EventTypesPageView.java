package org.meetwright.server.pages.account.eventtype;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's event types.
///
/// @param link a booking link that was just made; null if none was
/// @param templates what a new one can begin as
public record EventTypesPageView(
    AccountFrame frame, List<Row> types, @Nullable String link, List<Begin> templates) {

  /// An event type.
  ///
  /// @param facts what is known of it, a line each
  /// @param badges what keeps invitees from finding or booking it
  /// @param address where it is booked
  /// @param href where it is changed
  public record Row(
      String id,
      String name,
      String color,
      List<String> facts,
      List<Badge> badges,
      boolean active,
      String address,
      String href) {}

  /// A word about an event type.
  ///
  /// @param kind the style of the word
  public record Badge(String text, String kind) {}

  /// A template.
  ///
  /// @param word what the form says
  public record Begin(String word, String name, String hint, String color) {}
}
