package org.meetwright.server.calendar.caldav;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.freebusy.BusyWeeks;
import org.meetwright.core.calendar.item.freebusy.FreeBusyReader;
import org.meetwright.core.calendar.item.freebusy.FreeBusyReading;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.webdav.WebDavClient;

/// A calendar of which the user may only know when it is busy (RFC 4791, 6.1.1): asked with the
/// report `free-busy-query` (7.10). Its id has a mark, because it is asked in another way than one
/// that can be read. One that can be read later is another calendar.
final class CalDavFreeBusy {
  private static final String MARK = "#free-busy";

  /// What is asked for; at least what is expanded.
  private static final Duration BACK = Duration.ofDays(31);

  private static final Duration AHEAD = Duration.ofDays(402);

  private final WebDavClient dav;
  private final HttpUrl calendar;

  CalDavFreeBusy(WebDavClient dav, HttpUrl calendar) {
    this.dav = dav;
    this.calendar = calendar;
  }

  /// Returns the id of such a calendar.
  static String id(HttpUrl calendar) {
    return calendar + MARK;
  }

  /// Returns whether a calendar's id is that of such a one.
  static boolean is(String calendarId) {
    return calendarId.endsWith(MARK);
  }

  /// Returns the address in such an id.
  static String address(String calendarId) {
    return calendarId.substring(0, calendarId.length() - MARK.length());
  }

  private record Busy(List<RemoteItem> items, int unreadable) {}

  /// Returns all that is busy around a time.
  ///
  /// @param known as [org.meetwright.core.calendar.remote.RemoteAccount#changes] has it
  RemoteChanges changes(Instant now, Supplier<Map<String, String>> known) throws RemoteFault {
    Busy busy = ask(BusyWeeks.around(now.minus(BACK), now.plus(AHEAD)));
    Map<String, String> before = known.get();
    List<RemoteItem> changed = new ArrayList<>();
    Set<String> same = new HashSet<>();
    for (RemoteItem item : busy.items) {
      if (String.valueOf(item.etag()).equals(before.get(item.id()))) {
        same.add(item.id());
      } else {
        changed.add(item);
      }
    }
    return new RemoteChanges(true, changed, same, Set.of(), null, busy.unreadable);
  }

  /// Returns what is busy in the weeks that touch `[from, until)`: whole weeks, because they are
  /// stored so.
  List<RemoteItem> between(Instant from, Instant until) throws RemoteFault {
    return ask(BusyWeeks.around(from, until)).items;
  }

  private Busy ask(BusyWeeks weeks) throws RemoteFault {
    WebDavClient.Got got =
        dav.textReport(
            calendar,
            1,
            "<C:free-busy-query xmlns:C=\"urn:ietf:params:xml:ns:caldav\">"
                + CalDavChanges.range(weeks.from(), weeks.until())
                + "</C:free-busy-query>");
    if (got.head().status() != 200) {
      throw dav.fault(got.head());
    }
    return switch (FreeBusyReader.read(got.text())) {
      case FreeBusyReading.Read read ->
          new Busy(
              weeks.items(read.busy()).stream().map(CalDavFreeBusy::item).toList(),
              read.unreadable());
      case FreeBusyReading.NoFreeBusy() ->
          throw new RemoteFault(
              FaultCode.NOT_UNDERSTOOD,
              "The calendar service's answer does not say when the calendar is busy.");
      case FreeBusyReading.TooLarge() ->
          throw new RemoteFault(
              FaultCode.TOO_LARGE,
              "The calendar has more than "
                  + FreeBusyReader.MOST_PERIODS
                  + " busy times; that is more than can be read.");
    };
  }

  private static RemoteItem item(CalendarItem week) {
    String tag = UUID.nameUUIDFromBytes(week.text().getBytes(StandardCharsets.UTF_8)).toString();
    return new RemoteItem(week.uid(), week.uid(), tag, week.text());
  }
}
