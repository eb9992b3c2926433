package org.meetwright.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.host.Host;

/// A made-up calendar file, served on loopback as long as the demo runs.
final class DemoCalendar implements AutoCloseable {
  private static final String PATH = "/diary.ics";
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  private final HttpServer server;

  private DemoCalendar(HttpServer server) {
    this.server = server;
  }

  /// Serves a calendar that begins in a week.
  ///
  /// @throws Failure if no port can be listened on
  static DemoCalendar start(LocalDate today, ZoneId zone) {
    byte[] file = file(today, zone).getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
      server.createContext(PATH, exchange -> answer(exchange, file));
      server.start();
      return new DemoCalendar(server);
    } catch (IOException failed) {
      throw new Failure("The demo's calendar cannot be served on this computer.", failed);
    }
  }

  private static void answer(HttpExchange exchange, byte[] file) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file);
    }
  }

  private static String file(LocalDate today, ZoneId zone) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return String.join(
        "\r\n",
        List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Meetwright//Demo//EN",
            "X-WR-CALNAME:Diary",
            event("lunch", zone, monday, "120000", "PT1H", "Lunch", "DAILY;BYDAY=MO,TU,WE,TH,FR"),
            event("dentist", zone, monday.plusDays(8), "093000", "PT1H", "Dentist", ""),
            event("lesson", zone, monday.plusDays(3), "150000", "PT90M", "Lesson", "WEEKLY"),
            "END:VCALENDAR",
            ""));
  }

  private static String event(
      String uid,
      ZoneId zone,
      LocalDate date,
      String time,
      String length,
      String summary,
      String repeats) {
    String start = "DTSTART;TZID=" + zone + ":" + DATE.format(date) + "T" + time;
    return String.join(
            "\r\n",
            "BEGIN:VEVENT",
            "UID:" + uid + "@demo",
            "DTSTAMP:" + DATE.format(date) + "T000000Z",
            start,
            "DURATION:" + length,
            "SUMMARY:" + summary)
        + (repeats.isEmpty() ? "" : "\r\nRRULE:FREQ=" + repeats.toUpperCase(Locale.ROOT))
        + "\r\nEND:VEVENT";
  }

  /// Connects it as a host's calendar, and reads it.
  void connect(CalendarConnections connections, SyncNow syncNow, Host host) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    NewConnection wanted =
        new NewConnection(ProviderKind.ICS, "Demo", new AccountAccess(url, "", ""));
    if (connections.add(host.id(), wanted) instanceof AddOutcome.Added(var connection, _)) {
      var _ = syncNow.sync(host.id(), connection.id());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
