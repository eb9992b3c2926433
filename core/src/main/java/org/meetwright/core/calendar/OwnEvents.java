package org.meetwright.core.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.database.Transaction;

/// Knows the events that this installation wrote into its hosts' calendars. What reads calendars
/// keeps such an item like any other, but lets it take no time, and says what it saw of it.
public interface OwnEvents {
  /// Knows of no events: for installations that write none.
  OwnEvents NONE =
      new OwnEvents() {
        @Override
        public Set<String> among(Transaction tx, UUID hostId, Collection<RemoteItem> items) {
          return Set.of();
        }

        @Override
        public void saw(UUID calendarId, List<Seen> seen, Set<String> gone) {}
      };

  /// An item that was seen in a calendar.
  ///
  /// @param itemId a [RemoteItem#id]
  /// @param start of its first occurrence, inclusive; null if it has none, as one that is cancelled
  /// @param end of its first occurrence, exclusive; null if it has none
  record Seen(String itemId, @Nullable Instant start, @Nullable Instant end) {}

  /// Returns the ids of those items that are events of ours: by their marker, or because something
  /// with that id or UID was written for the host. It may have been written into another calendar
  /// of the host: one may be connected twice.
  Set<String> among(Transaction tx, UUID hostId, Collection<RemoteItem> items);

  /// Says what a round saw of a calendar, once the round is over and believed; never of a hint, and
  /// never while a calendar that lost too much is being asked again. Items that are not ours may be
  /// among them; they are left alone. Called outside transactions.
  ///
  /// @param calendarId the id of the row in `calendar`
  /// @param seen the items that are new or changed, as far as [#among] returned them
  /// @param gone the ids of items that were known and are gone
  void saw(UUID calendarId, List<Seen> seen, Set<String> gone);

  /// Says that a host's meetings are from now on written into another calendar, into one for the
  /// first time, or into none, or that the account of the one that receives them works again after
  /// it had not. Has the meetings that are not over written there, later. Called within the
  /// transaction of the change.
  default void receiverChanged(Transaction tx, UUID hostId) {}

  /// Has the events of meetings to come deleted from the calendars of an account, later. Called
  /// within the transaction in which these receive no meetings any more.
  ///
  /// @return whether there are any
  default boolean withdraw(Transaction tx, UUID connectionId) {
    return false;
  }

  /// Returns what is still to be deleted from the calendars of an account.
  ///
  /// @param now of meetings that end later
  default Left left(Transaction tx, UUID connectionId, Instant now) {
    return new Left(0, 0, null);
  }

  /// Events of meetings to come that stand in an account.
  ///
  /// @param refused how many of them its service refuses to delete
  /// @param failingSince since when it has failed to delete any; null if it has not
  record Left(int events, int refused, @Nullable Instant failingSince) {
    /// Returns whether there is no use in waiting.
    ///
    /// @param late since when it fails at least
    public boolean isHopeless(Instant late) {
      return refused == events || (failingSince != null && !failingSince.isAfter(late));
    }
  }
}
