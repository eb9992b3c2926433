package org.meetwright.core;

import java.time.InstantSource;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.ManageLinks;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.booking.BookingDesk;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.database.Database;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.schedule.Schedules;

/// The services of the domain on one database, wired.
///
/// @param clock where every service gets the time from
public record Core(
    Database database,
    InstantSource clock,
    Hosts hosts,
    Schedules schedules,
    EventTypes eventTypes,
    Availability availability,
    BookingDesk bookingDesk,
    Bookings bookings,
    Outbox outbox,
    Access access,
    ManageLinks manageLinks)
    implements AutoCloseable {

  /// Wires the services on a database whose schema is current.
  public static Core on(Database database, InstantSource clock) {
    Outbox outbox = new Outbox(database, clock);
    return new Core(
        database,
        clock,
        new Hosts(database, clock, Schedules::addDefault),
        new Schedules(database),
        new EventTypes(database),
        new Availability(database, clock),
        new BookingDesk(database, outbox, clock),
        new Bookings(database),
        outbox,
        new Access(database, clock),
        ManageLinks.open(database, clock));
  }

  /// Closes the database.
  @Override
  public void close() {
    database.close();
  }
}
