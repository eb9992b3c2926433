package org.meetwright.server.pages.account.hostlink;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The page of a link in a host's mail: how the booking stands, and what can be done.
///
/// @param notice what has to be said first; null for nothing
public record HostLinkView(
    Shell shell, Texts words, MeetingView meeting, Actions actions, @Nullable String notice) {

  /// What the page offers.
  ///
  /// @param page what the addresses of all answers begin with
  /// @param account where the host finds the booking when he is signed in
  /// @param movable whether there is anything that the booking could be moved to
  /// @param version of the booking that is shown
  /// @param csrf what the form carries
  public record Actions(String page, String account, boolean movable, int version, String csrf) {
    static Actions of(OpenedHostLink linked) {
      return new Actions(
          linked.page(),
          linked.asked().link("/account/bookings/" + linked.booking().id()),
          linked.movable(),
          linked.booking().version(),
          linked.csrf());
    }
  }
}
