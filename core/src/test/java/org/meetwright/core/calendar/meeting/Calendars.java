package org.meetwright.core.calendar.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.core.Fixture;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.OwnEvents.Seen;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.ConnectedAccounts;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.meeting.ScriptedService.Entry;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.outbox.Delivery.Again;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.outbox.Message;

/// Hosts with calendars at a scripted service, and what writes their meetings there.
public final class Calendars implements AutoCloseable {
  public final Fixture fixture;
  public final ScriptedService service = new ScriptedService();
  public final ConnectedAccounts accounts;
  public final CalendarConnections connections;
  public final CalendarChoices choices;
  public final WrittenMeetings written;
  public final CalendarProblems problems;
  public final CalendarWriter writer;

  /// A calendar that was connected.
  public record Connected(UUID connectionId, UUID home, UUID work) {}

  public Calendars(DatabaseKind kind) {
    fixture = new Fixture(kind, new RemoteProviders(List.of(service)));
    accounts = fixture.core.connectedAccounts();
    connections = fixture.core.calendarConnections();
    choices = fixture.core.calendarChoices();
    written = fixture.core.writtenMeetings();
    problems = fixture.core.calendarProblems();
    writer = node();
  }

  /// Returns what writes on a node.
  public CalendarWriter node() {
    MeetingText text =
        (host, bookings, isGroup) ->
            new MeetingText.Worded(
                bookings.getFirst().eventTypeName(),
                bookings.stream()
                    .map(one -> one.invitee().name() + " " + one.invitee().email().value())
                    .collect(Collectors.joining("\n")));
    return new CalendarWriter(fixture.core.database(), fixture.clock, accounts, problems, text);
  }

  /// Connects an account of a host, whose user is his handle. His calendar `home` receives.
  public Connected connect(Host host) {
    return connect(host, host.handle().value());
  }

  public Connected connect(Host host, String user) {
    AddOutcome outcome =
        connections.add(
            host.id(),
            new NewConnection(
                ProviderKind.CALDAV, "", new AccountAccess("https://dav.example", user, "pw")));
    AddOutcome.Added added = (AddOutcome.Added) outcome;
    Connected connected =
        new Connected(
            added.connection().id(), id(added.calendars(), "home"), id(added.calendars(), "work"));
    receive(host, connected.home);
    return connected;
  }

  private static UUID id(List<Calendar> calendars, String remoteId) {
    return calendars.stream()
        .filter(one -> one.remote().id().equals(remoteId))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// Has a calendar receive, as the program does when a host chooses it.
  public void receive(Host host, UUID calendarId) {
    choices.choose(host.id(), calendarId, new CalendarChoices.Choice(null, null, true));
  }

  /// Returns what stands in the calendar of an account that receives.
  public List<Entry> home(Host host) {
    return service.entries(host.handle().value(), "home");
  }

  public Entry only(Host host) {
    List<Entry> all = home(host);
    if (all.size() != 1) {
      throw new AssertionError("Not one event: " + all);
    }
    return all.getFirst();
  }

  public List<Message> due() {
    Instant now = fixture.clock.instant();
    return fixture.core.outbox().list(CalendarWrite.KIND, "pending", 1000).stream()
        .filter(message -> !message.dueAt().isAfter(now))
        .toList();
  }

  /// Delivers a message, and marks it if that succeeds.
  ///
  /// @return what happened: `done`, `again`, `parked`, or the kind of fault
  public String deliver(CalendarWriter node, Message message) {
    try {
      node.deliver(CalendarWrite.KIND.read(message), message);
      settle(message, "done");
      return "done";
    } catch (Again later) {
      return "again";
    } catch (PermanentFailure never) {
      settle(message, "parked");
      return "parked";
    } catch (RemoteFault fault) {
      return fault.kind().name();
    } catch (EventRows.HeldByOther slow) {
      return "slow";
    } catch (ScriptedService.Killed killed) {
      return "killed";
    }
  }

  private void settle(Message message, String state) {
    fixture.sql("UPDATE outbox SET state = '%s' WHERE id = '%s'".formatted(state, message.id()));
  }

  /// Delivers what is due once.
  public List<String> deliver() {
    List<String> results = new ArrayList<>();
    for (Message message : due()) {
      results.add(deliver(writer, message));
    }
    return results;
  }

  /// Delivers, with time passing, until nothing is due any more.
  public void settle() {
    for (int round = 0; round < 20 && !due().isEmpty(); round++) {
      deliver();
      fixture.clock.advance(Duration.ofMinutes(3));
    }
    if (!due().isEmpty()) {
      throw new AssertionError("Still due: " + due());
    }
  }

  /// Says what a round of reading saw of everything in a calendar of a host, and what it missed.
  public void sync(Host host, UUID calendarId, Set<String> gone) {
    List<Seen> seen =
        home(host).stream()
            .map(one -> new Seen(ScriptedService.id(one.uid()), one.start(), one.end()))
            .toList();
    written.saw(calendarId, seen, gone);
  }

  @Override
  public void close() {
    fixture.close();
  }
}
