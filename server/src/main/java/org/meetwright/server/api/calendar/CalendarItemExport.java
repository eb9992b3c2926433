package org.meetwright.server.api.calendar;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.access.Scope;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.StoredItems;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.ExportPart;
import tools.jackson.core.JsonGenerator;

/// Writes what is kept of the events in a host's calendars, some at a time: there may be thousands.
public final class CalendarItemExport implements ExportPart {
  private final Database database;
  private final CalendarConnections connections;

  /// Creates the part.
  public CalendarItemExport(Database database, CalendarConnections connections) {
    this.database = database;
    this.connections = connections;
  }

  @Override
  public void write(Host host, Set<Scope> scopes, JsonGenerator json) {
    json.writeArrayPropertyStart("calendarItems");
    for (CalendarConnection connection : connections.list(host.id())) {
      connections.calendars(host.id(), connection.id()).stream()
          .flatMap(List::stream)
          .map(Calendar::id)
          .forEach(
              calendarId ->
                  new StoredItems(database, calendarId)
                      .forEach(items -> items.forEach(item -> write(calendarId, item, json))));
    }
    json.writeEndArray();
  }

  private static void write(UUID calendarId, RemoteItem item, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("calendarId", calendarId.toString());
    json.writeStringProperty("uid", item.uid());
    json.writeStringProperty("text", item.text());
    json.writeEndObject();
  }
}
