package org.meetwright.server.invite;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.database.h2.FilePassword;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

/// A real core in a temporary directory, at a time that stands still, with Ada in Berlin as host.
public final class Office implements AutoCloseable {
  public static final EmailAddress FROM = new EmailAddress("meet@example.org");
  public static final URI URL = URI.create("https://meet.example.org");
  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  /// Thursday 14:00 in Berlin, 08:00 in New York.
  public static final Instant START = Instant.parse("2026-12-03T13:00:00Z");

  public static final Invitee BOB = bob("Bob Brown");

  private volatile Instant now = NOW;
  private final String url;
  private final Core core;
  private final Host ada;

  private Office(Path directory) {
    url = DatabaseSettings.h2Url(directory) + ";AUTO_SERVER=TRUE";
    Database database = Database.open(TestDatabase.h2In(directory));
    database.migrations().migrate();
    InstantSource clock = () -> now;
    core = Core.on(database, clock);
    ada =
        core.hosts()
            .add(
                new NewHost(
                    new Handle("ada"),
                    "Ada Lovelace",
                    new EmailAddress("ada@example.com"),
                    ZoneId.of("Europe/Berlin"),
                    Locale.UK,
                    null,
                    Role.ADMIN));
  }

  public static Office in(Path directory) {
    return new Office(directory);
  }

  public static Invitee bob(String name) {
    return new Invitee(
        name, new EmailAddress("bob@example.net"), ZoneId.of("America/New_York"), Locale.US);
  }

  public Core core() {
    return core;
  }

  InviteRoutes inviteRoutes() {
    return new InviteRoutes(
        core.clock(), core.eventTypes(), core.bookings(), core.manageLinks(), () -> URL, FROM);
  }

  public Host ada() {
    return ada;
  }

  public void passTo(Instant later) {
    now = later;
  }

  public EventType call() {
    return offer("30-minute call", false, null, List.of());
  }

  public EventType offer(
      String name, boolean approval, Location location, List<Question> questions) {
    return offer(name, approval, location, questions, new Assignment.OneHost(), Policies.FREE);
  }

  public EventType offer(String name, Policies policies) {
    return offer(name, false, null, List.of(), new Assignment.OneHost(), policies);
  }

  /// Adds the host `bea`, a team of hers and ada's, and what both offer together.
  public EventType together() {
    Question topic = new Question(Ids.next(), "Topic?", Question.AnswerKind.TEXT, false, List.of());
    Assignment all = new Assignment.Collective(duo().id());
    return offer("Panel", false, null, List.of(topic), all, Policies.FREE);
  }

  /// Adds the host `bea`, a team of hers and ada's, and what they offer in turn, first ada.
  public EventType inTurn() {
    Assignment next = new Assignment.RoundRobin(duo().id());
    return offer("In turn", false, null, List.of(), next, Policies.FREE);
  }

  private Team duo() {
    Host bea =
        core.hosts()
            .add(
                new NewHost(
                    new Handle("bea"),
                    "Bea Arthur",
                    new EmailAddress("bea@example.com"),
                    ZoneId.of("Europe/Berlin"),
                    Locale.UK,
                    null,
                    Role.HOST));
    List<TeamMember> members =
        List.of(new TeamMember(ada.id(), 1, 0), new TeamMember(bea.id(), 1, 0));
    return core.teams().add(new Team(Ids.next(), ada.id(), new Handle("duo"), "Duo", members));
  }

  /// Takes half an hour of a host's.
  public void busy(Host host, Instant start) {
    core.busyTimes()
        .add(
            new BusyTime(
                Ids.next(), host.id(), start, start.plusSeconds(1800), "", BusyTime.MANUAL));
  }

  private EventType offer(
      String name,
      boolean approval,
      Location location,
      List<Question> questions,
      Assignment assignment,
      Policies policies) {
    EventTypeBuilder builder =
        new EventTypeBuilder(ada.id())
            .slug("call-" + Ids.next().toString().substring(24))
            .name(name)
            .assignment(assignment)
            .location(location)
            .questions(questions)
            .reminders(60)
            .policies(policies);
    return core.eventTypes().add((approval ? builder.approval() : builder).build());
  }

  public Booking book(EventType type, Invitee invitee) {
    return book(type, invitee, List.of(), Map.of(), "");
  }

  public Booking book(EventType type, Invitee invitee, Instant start) {
    return book(type, start, invitee, List.of(), Map.of(), "");
  }

  public Booking book(
      EventType type,
      Invitee invitee,
      List<EmailAddress> guests,
      Map<UUID, Answer> answers,
      String notes) {
    return book(type, START, invitee, guests, answers, notes);
  }

  private Booking book(
      EventType type,
      Instant start,
      Invitee invitee,
      List<EmailAddress> guests,
      Map<UUID, Answer> answers,
      String notes) {
    BookRequest request =
        new BookRequest(type.id(), start, invitee, guests, answers, notes, Map.of(), null, null);
    return switch (core.bookingDesk().book(request, Actor.INVITEE)) {
      case BookOutcome.Booked booked -> booked.booking();
      case BookOutcome other -> throw new AssertionError(other);
    };
  }

  public Booking move(Booking booking, Instant start) {
    return changed(core.bookingDesk().reschedule(booking.id(), start, Change.byInvitee("")));
  }

  public Booking cancel(Booking booking, String reason) {
    return changed(core.bookingDesk().cancel(booking.id(), Change.byInvitee(reason)));
  }

  public Booking cancelByAda(Booking booking, String reason) {
    return changed(core.bookingDesk().cancel(booking.id(), byAda(reason)));
  }

  public Booking confirm(Booking booking) {
    return changed(core.bookingDesk().confirm(booking.id(), byAda("")));
  }

  public Booking decline(Booking booking, String reason) {
    return changed(core.bookingDesk().decline(booking.id(), byAda(reason)));
  }

  private Change byAda(String reason) {
    return new Change(Actor.HOST, ada.id(), null, reason);
  }

  private static Booking changed(ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Changed changed -> changed.booking();
      case ChangeOutcome other -> throw new AssertionError(other);
    };
  }

  /// Returns how often each message was tried that has failed, waits, and nobody has in hand.
  public List<Integer> attemptsOfFailed() throws SQLException {
    List<Integer> attempts = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(url, "meetwright", FilePassword.read(url));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT attempts FROM outbox WHERE state = 'pending' AND last_error IS NOT NULL"
                    + " AND lease_until IS NULL")) {
      while (rows.next()) {
        attempts.add(rows.getInt(1));
      }
    }
    return attempts;
  }

  @Override
  public void close() {
    core.close();
  }
}
