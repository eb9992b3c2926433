package org.meetwright.server.pages.account.changes;

import java.util.List;

/// What a draft would do.
///
/// @param summary how many slots would appear, vanish and stay
/// @param appear the first slots that would appear
/// @param vanish the first slots that would vanish
/// @param outside the bookings that would lie outside
public record ChangesView(
    String summary, List<String> appear, List<String> vanish, List<Outside> outside) {
  /// A booking that would lie outside.
  ///
  /// @param href where it is seen
  public record Outside(String text, String href) {}
}
