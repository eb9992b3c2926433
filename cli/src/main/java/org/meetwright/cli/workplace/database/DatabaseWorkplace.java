package org.meetwright.cli.workplace.database;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.cli.workplace.PublicBooking;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.api.bookinglink.NewBookingLinks;
import org.meetwright.server.api.eventtype.Assignments;
import org.meetwright.server.api.preview.PreviewTranslation;
import org.meetwright.server.settings.Settings;

/// The database, on which an admin works for every host.
public final class DatabaseWorkplace implements Workplace {
  private final Core core;
  private final Settings settings;

  private DatabaseWorkplace(Core core, Settings settings) {
    this.core = core;
    this.settings = settings;
  }

  /// Opens the database that the program was called with.
  public static Workplace open(Program program) {
    Settings settings = program.settings();
    return new DatabaseWorkplace(program.open(settings), settings);
  }

  @Override
  public PublicBooking publicBooking() {
    return new DatabasePublicBooking(
        core.bookables(),
        core.eventTypes(),
        core.availability(),
        core.bookingDesk(),
        core.manageLinks(),
        settings);
  }

  @Override
  public Meetings meetings() {
    return new DatabaseMeetings(
        core.hosts(),
        core.bookables(),
        core.eventTypes(),
        core.bookings(),
        core.bookingDesk(),
        core.manageLinks(),
        settings);
  }

  @Override
  public Desk desk(@Nullable String handle) {
    return opened(handle == null ? only() : Lookup.host(core.hosts(), handle));
  }

  @Override
  public Desk deskOf(EventTypeAddress address) {
    if (address.handle().isEmpty()) {
      return desk(null);
    }
    Bookable who = Lookup.bookable(core.bookables(), address.handle());
    return opened(core.hosts().find(who.ownerId()).orElseThrow());
  }

  private Desk opened(Host host) {
    return new DatabaseDesk(
        host,
        core.emailChanges(),
        core.hostLinks(),
        core.eventTypes(),
        new Assignments(core.teams()),
        core.schedules(),
        core.absences(),
        core.preview(),
        new PreviewTranslation(core.schedules(), core.eventTypes(), core.teams()),
        core.bookingLinks(),
        new NewBookingLinks(
            core.bookables(),
            core.eventTypes(),
            core.bookingLinks(),
            () -> URI.create(ServerLinks.base(settings))),
        core.clock());
  }

  @Override
  public EventTypeAddress whole(EventTypeAddress address) {
    return address.handle().isEmpty()
        ? new EventTypeAddress(only().handle().value(), address.slug())
        : address;
  }

  private Host only() {
    List<Host> hosts = core.hosts().list();
    if (hosts.size() == 1) {
      return hosts.getFirst();
    }
    throw new Failure(
        ExitCode.USAGE,
        hosts.isEmpty()
            ? "There is no host yet; add one: meetwright host add --help"
            : "Say whose: the handle of a host has to be given on a database with several hosts;"
                + " see who there is: meetwright host list");
  }

  @Override
  public void close() {
    core.close();
  }
}
