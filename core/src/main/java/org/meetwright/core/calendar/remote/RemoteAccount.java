package org.meetwright.core.calendar.remote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An account at a calendar service. Calls are bounded in time and bytes; they may be made from any
/// thread, and nothing is kept between them.
public interface RemoteAccount {
  /// Returns the account's calendars, found anew.
  List<RemoteCalendar> calendars() throws RemoteFault;

  /// Returns what has changed in a calendar.
  ///
  /// @param calendarId a [RemoteCalendar#id]
  /// @param state what the last call returned; null to be told everything
  /// @param known the entity tags of the items that are known, by their ids; only asked for where
  ///   the service does not know itself what changed
  RemoteChanges changes(
      String calendarId, @Nullable String state, Supplier<Map<String, String>> known)
      throws RemoteFault;

  /// Returns the items that may overlap `[from, until)`, perhaps others too, to be looked at before
  /// a booking.
  List<RemoteItem> between(String calendarId, Instant from, Instant until) throws RemoteFault;

  /// Returns an item; null if there is none.
  @Nullable RemoteItem find(String calendarId, String itemId) throws RemoteFault;

  /// Writes an event. Writing it again, because the answer to an earlier try was lost, leaves one
  /// event, as it is given last: what stands under its UID and has our marker is written over, be
  /// it of another meeting, as one is that was moved since.
  ///
  /// @param written what an earlier call returned; null if the event is new
  WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written)
      throws RemoteFault;

  /// Deletes an event that was written before. One that is gone is deleted.
  void delete(String calendarId, WrittenEvent written) throws RemoteFault;
}
