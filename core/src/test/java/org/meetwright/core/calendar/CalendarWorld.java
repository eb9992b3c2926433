package org.meetwright.core.calendar;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.Fixture;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.database.DatabaseKind;

/// A host, ada, who has connected an account at a service that a test scripts.
public final class CalendarWorld implements AutoCloseable {
  public final ScriptedProvider provider = new ScriptedProvider();
  public final Fixture fixture;
  public final UUID host;

  public CalendarWorld(DatabaseKind kind) {
    fixture = new Fixture(kind, new RemoteProviders(List.of(provider)));
    host = fixture.ada.id();
  }

  /// Returns how the account is reached.
  public static AccountAccess access(String password) {
    return new AccountAccess("https://cal.example.org/ada/", "ada", password);
  }

  /// Connects the account.
  public AddOutcome.Added connect() {
    return (AddOutcome.Added) add(ScriptedProvider.PASSWORD);
  }

  public AddOutcome add(String password) {
    return fixture
        .core
        .calendarConnections()
        .add(host, new NewConnection(ProviderKind.CALDAV, "Work", access(password)));
  }

  public SyncOutcome sync(UUID connection) {
    return fixture.core.calendarSync().sync(host, connection);
  }

  /// Reads the account and expects that it can be.
  ///
  /// @return whether times have been taken or given back
  public boolean moved(UUID connection) {
    return ((SyncOutcome.Synced) sync(connection)).moved();
  }

  public Calendar calendar(UUID connection) {
    return calendars(connection).getFirst();
  }

  public List<Calendar> calendars(UUID connection) {
    return fixture.core.calendarConnections().calendars(host, connection).orElseThrow();
  }

  public CalendarConnection connection(UUID id) {
    return fixture.core.calendarConnections().find(host, id).orElseThrow();
  }

  /// Returns the host's busy times as texts such as `09:00-10:00 Dentist`, of one day.
  public List<String> busy() {
    return busyTimes().stream()
        .map(
            one ->
                one.startsAt().toString().substring(0, 16)
                    + "-"
                    + one.endsAt().toString().substring(11, 16)
                    + " "
                    + one.summary())
        .toList();
  }

  public List<BusyTime> busyTimes() {
    return fixture.core.busyTimes().list(host, null, null, 1000);
  }

  public long revision() {
    return fixture.core.hosts().find(host).orElseThrow().revision();
  }

  /// Returns an event of an hour as a calendar tells it.
  ///
  /// @param start such as `20260303T090000Z`
  /// @param more lines
  public static String event(String start, String summary, String... more) {
    return String.join(
            "\r\n",
            "BEGIN:VEVENT",
            "UID:uid-" + summary,
            "DTSTART:" + start,
            "DURATION:PT1H",
            "SUMMARY:" + summary)
        + "\r\n"
        + (more.length == 0 ? "" : String.join("\r\n", more) + "\r\n")
        + "END:VEVENT\r\n";
  }

  /// Puts an event of an hour into a calendar.
  public void put(String calendar, String id, String start, String... more) {
    provider.put(calendar, id, event(start, id, more));
  }

  public void advance(Duration by) {
    fixture.clock.advance(by);
  }

  @Override
  public void close() {
    fixture.close();
  }
}
