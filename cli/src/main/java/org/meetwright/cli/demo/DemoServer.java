package org.meetwright.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.core.Core;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.host.Host;
import org.meetwright.server.settings.Settings;

/// A server with made-up data, to look around.
///
/// @param booking one of the bookings that were made up; empty if the data was there before
/// @param password what the hosts that were made up sign in with; told once, and kept nowhere
/// @param calendar what serves the calendar that was made up; empty if the data was there before
public record DemoServer(
    Optional<Booking> booking, String password, Optional<AutoCloseable> calendar)
    implements AutoCloseable {
  /// Without letters and digits that look alike.
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 16;

  /// Returns a new data directory under the system's directory for temporary files, for its owner
  /// alone.
  ///
  /// @throws Failure if it cannot be created
  public static Path newDirectory() {
    try {
      return Files.createTempDirectory("meetwright-demo-");
    } catch (IOException failed) {
      throw new Failure(
          "No directory for the demo can be created in "
              + System.getProperty("java.io.tmpdir")
              + "; choose one with --home.",
          failed);
    }
  }

  /// Makes data up, if there is no host yet.
  public static DemoServer seed(Core core) {
    String password = newPassword();
    if (!core.hosts().list().isEmpty()) {
      return new DemoServer(Optional.empty(), password, Optional.empty());
    }
    LocalDate today = LocalDate.ofInstant(core.clock().instant(), DemoData.ZONE);
    DemoCalendar calendar = DemoCalendar.start(today, DemoData.ZONE);
    DemoHosts hosts = new DemoHosts(core.hosts(), core.schedules(), password, today);
    Host ada = hosts.ada();
    Host charles = hosts.charles();
    calendar.connect(
        core.calendarConnections(),
        new SyncNow(core.calendarConnections(), core.calendarSync(), core.clock()),
        ada);
    Booking booking =
        new DemoData(
                core.eventTypes(), core.teams(), core.availability(), core.bookingDesk(), today)
            .write(ada, charles);
    return new DemoServer(Optional.of(booking), password, Optional.of(calendar));
  }

  /// Serves the calendar no longer.
  @Override
  public void close() {
    if (calendar.orElse(null) instanceof DemoCalendar served) {
      served.close();
    }
  }

  /// Returns a random password: the data may be kept, and the server opened to others.
  private static String newPassword() {
    return new SecureRandom()
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
        .collect(Collectors.joining());
  }

  /// Returns what to look at, line by line.
  ///
  /// @param url where the server listens
  public List<String> guide(Core core, Settings settings, URI url) {
    String look = "./meetwright --home " + settings.home() + " bookings";
    if (booking.isEmpty()) {
      String hosts =
          String.join(", ", core.hosts().list().stream().map(h -> h.handle().value()).toList());
      return List.of(
          "There are hosts already (" + hosts + "): the data was left as it is.",
          "Look at it: " + look);
    }
    Booking shown = booking.get();
    MeetingHost host = shown.hosts().getFirst();
    String base = base(settings, url);
    return Columns.align(
        List.of(
            List.of("Book a time", base + "/" + host.handle()),
            List.of("", base + "/" + host.handle() + "/" + DemoData.INTRO),
            List.of("", base + "/" + host.handle() + "/" + DemoData.CONSULTATION),
            List.of("", base + "/" + host.handle() + "/" + DemoGroups.WORKSHOP),
            List.of("", base + "/" + DemoGroups.TEAM + "/" + DemoGroups.ADVICE),
            List.of("Calendars", base + "/account/calendars"),
            List.of("A booking", ServerLinks.manage(base, core.manageLinks(), shown).toString()),
            List.of("Sign in", base + "/login"),
            List.of("", "as " + host.email() + ", password " + password + " (told only now)"),
            List.of("Look at it", look)));
  }

  private static String base(Settings settings, URI url) {
    if (settings.server().publicUrl() != null) {
      return settings.server().publicUrl().toString();
    }
    boolean reachedLocally =
        List.of("127.0.0.1", "0.0.0.0", "localhost").contains(settings.server().host());
    return reachedLocally ? "http://localhost:" + url.getPort() : url.toString();
  }
}
