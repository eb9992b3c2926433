package org.meetwright.core.imports;

import java.util.List;
import org.meetwright.core.imports.ImportReport.Item;
import org.meetwright.core.value.Text;

/// What another service knows, as far as it can be had here.
///
/// @param source the word of the service
/// @param found what was seen while it was read: what cannot be had here, and what differs
public record ImportedData(
    String source,
    List<ImportedHost> hosts,
    List<ImportedSchedule> schedules,
    List<ImportedEventType> eventTypes,
    List<ImportedMeeting> meetings,
    List<Item> found) {
  /// The most meetings that are imported at once.
  public static final int MOST_MEETINGS = 20_000;

  /// Creates the data.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException if there are more than 20,000 meetings
  public ImportedData {
    source = Text.line("source", source, 20);
    Text.number("bookings", meetings.size(), 0, MOST_MEETINGS);
    hosts = List.copyOf(hosts);
    schedules = List.copyOf(schedules);
    eventTypes = List.copyOf(eventTypes);
    meetings = List.copyOf(meetings);
    found = List.copyOf(found);
  }
}
