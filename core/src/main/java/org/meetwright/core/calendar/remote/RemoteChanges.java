package org.meetwright.core.calendar.remote;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What has changed in a calendar.
///
/// @param whole whether all items of the calendar are told, so that what is not among them, nor
///   among `same`, is gone
/// @param items those that are new or changed
/// @param same the ids of items that are as they were; told only with `whole`
/// @param gone the ids of items that are gone
/// @param state to ask with the next time; null if the next time everything is told
/// @param unreadable how many items could not be read
public record RemoteChanges(
    boolean whole,
    List<RemoteItem> items,
    Set<String> same,
    Set<String> gone,
    @Nullable String state,
    int unreadable) {
  /// Nothing has changed.
  public static RemoteChanges none(@Nullable String state) {
    return new RemoteChanges(false, List.of(), Set.of(), Set.of(), state, 0);
  }
}
