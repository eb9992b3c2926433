package org.meetwright.core;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.booking.wish.Wish;
import org.meetwright.core.booking.wish.WishLimits;
import org.meetwright.core.booking.wish.WishOutcome;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

/// The whole core on a fresh database, with a clock that stands on Monday 2026-03-02 12:00 UTC, and
/// a host `ada` in New York.
public final class Fixture implements AutoCloseable {
  public final TestClock clock = new TestClock("2026-03-02T12:00:00Z");
  public final TestDatabase database;
  public final Core core;
  public final Host ada;

  public Fixture(DatabaseKind kind) {
    this(kind, List.of());
  }

  /// Opens a fresh database.
  ///
  /// @param following what follows from changes of bookings besides mail and webhooks
  public Fixture(DatabaseKind kind, List<Consequence> following) {
    this(TestDatabase.create(kind), following);
  }

  /// Works on a database whose schema is current.
  public Fixture(TestDatabase database, List<Consequence> following) {
    this(database, following, _ -> RemoteProviders.NONE);
  }

  /// Opens a fresh database.
  ///
  /// @param providers the calendar services that can be spoken to
  public Fixture(DatabaseKind kind, RemoteProviders providers) {
    this(TestDatabase.create(kind), List.of(), _ -> providers);
  }

  /// Opens a fresh database.
  ///
  /// @param following what follows from changes of bookings besides mail and webhooks
  /// @param providers the calendar services that can be spoken to, with the fixture's clock
  public Fixture(
      DatabaseKind kind,
      List<Consequence> following,
      Function<InstantSource, RemoteProviders> providers) {
    this(TestDatabase.create(kind), following, providers);
  }

  private Fixture(
      TestDatabase database,
      List<Consequence> following,
      Function<InstantSource, RemoteProviders> providers) {
    this.database = database;
    core =
        Core.on(
            database.open(),
            clock,
            Availability.DEFAULT_KEPT_MEBIBYTES,
            following,
            providers.apply(clock));
    ada = addHost("ada");
  }

  /// Adds a host in New York.
  public Host addHost(String handle) {
    return core.hosts()
        .add(
            new NewHost(
                new Handle(handle),
                handle + " Example",
                new EmailAddress(handle + "@example.org"),
                ZoneId.of("America/New_York"),
                Locale.ENGLISH,
                null,
                Role.HOST));
  }

  /// Adds an event type of ada: 30 minutes, all defaults, changed as told.
  public EventType addEventType(UnaryOperator<EventTypeBuilder> change) {
    return core.eventTypes().add(change.apply(new EventTypeBuilder(ada.id())).build());
  }

  /// Adds a team of ada.
  public Team addTeam(String handle, TeamMember... members) {
    return core.teams()
        .add(new Team(Ids.next(), ada.id(), new Handle(handle), handle, List.of(members)));
  }

  /// Adds a team of ada whose members all have weight 1 and priority 0.
  public Team addTeam(String handle, Host... members) {
    return addTeam(
        handle,
        Stream.of(members)
            .map(member -> new TeamMember(member.id(), 1, 0))
            .toArray(TeamMember[]::new));
  }

  /// Gives a team other members.
  public Team replace(Team team, TeamMember... members) {
    return core.teams()
        .replace(new Team(team.id(), team.ownerId(), team.handle(), team.name(), List.of(members)))
        .orElseThrow();
  }

  /// Returns a front desk without limits.
  public FrontDesk frontDesk() {
    return new FrontDesk(
        core.bookingDesk(), core.confirmations(), core.eventTypes(), WishLimits.NONE);
  }

  /// Brings an invitee's wish to the front desk.
  public WishOutcome bring(BookRequest request) {
    EventType type = core.eventTypes().find(request.eventTypeId()).orElseThrow();
    Offering offering = new Offering(type, List.of());
    return frontDesk().book(Wish.ofProgram(offering, () -> request, _ -> Verdict.FINE));
  }

  /// Returns what a visitor without a link finds under an address.
  public EventType found(String handle, String slug) {
    return ((FindOutcome.Found) core.offerings().find(handle, slug, null)).offering().eventType();
  }

  /// Changes an event type.
  public EventType replace(EventType changed) {
    return core.eventTypes().replace(changed).orElseThrow();
  }

  /// Opens a host's default schedule every day at these hours, such as `09:00-17:00`, and never
  /// else.
  public Schedule open(Host host, String zone, String... hours) {
    return open(host, zone, List.of(DayOfWeek.values()), List.of(), hours);
  }

  /// Opens a host's default schedule on these days, and never else but for the overrides.
  public Schedule open(
      Host host, String zone, List<DayOfWeek> days, List<DateOverride> overrides, String... hours) {
    Schedule old = core.schedules().list(host.id()).getFirst();
    List<WeeklyHours> weekly =
        days.stream()
            .flatMap(day -> Stream.of(hours).map(span -> new WeeklyHours(day, hours(span))))
            .toList();
    return core.schedules()
        .replace(
            new Schedule(old.id(), host.id(), old.name(), ZoneId.of(zone), true, weekly, overrides))
        .orElseThrow();
  }

  /// Returns a span such as `09:00-17:00`.
  public static LocalHours hours(String span) {
    return LocalHours.parse(span.substring(0, 5), span.substring(6));
  }

  /// Makes a host busy, by hand.
  public BusyTime busy(Host host, String start, String end) {
    return core.busyTimes()
        .add(
            new BusyTime(
                Ids.next(),
                host.id(),
                Instant.parse(start),
                Instant.parse(end),
                "",
                BusyTime.MANUAL));
  }

  /// Switches a host on or off.
  public void setActive(Host host, boolean active) {
    if (active) {
      core.hostStanding().enable(host.id());
    } else {
      core.hostStanding().disable(host.id());
    }
  }

  /// Runs a statement on a connection of its own.
  public void sql(String statement) {
    try (Connection connection = database.connect();
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Returns the rows of all tables but those named, one a line.
  public String dump(String... without) {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        if (!List.of(without).contains(table)) {
          dump.append(rows(statement, table));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return dump.toString();
  }

  /// Returns the names of all tables but Flyway's.
  public List<String> tables() {
    try (Connection connection = database.connect()) {
      return tables(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String schema = found.getString("TABLE_SCHEM");
        String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (schema.equalsIgnoreCase("public") && !name.startsWith("flyway")) {
          tables.add(name);
        }
      }
    }
    return tables.stream().sorted().toList();
  }

  private static String rows(Statement statement, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
      while (row.next()) {
        StringBuilder line = new StringBuilder(table);
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          line.append(" | ").append(row.getString(i));
        }
        rows.add(line.append('\n').toString());
      }
    }
    return rows.stream().sorted().collect(Collectors.joining());
  }

  /// Returns the starts on the local dates from one to another, both inclusive, as ISO texts.
  public List<String> starts(EventType eventType, String from, String to, String zone) {
    long[] starts =
        core.availability()
            .slots(eventType, LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone))
            .starts();
    return LongStream.of(starts).mapToObj(s -> Instant.ofEpochSecond(s).toString()).toList();
  }

  /// Returns the starts on one local date in New York, as ISO texts.
  public List<String> startsOn(EventType eventType, String date) {
    return starts(eventType, date, date, "America/New_York");
  }

  /// Books for an invitee.
  public BookOutcome tryBook(EventType eventType, String start, String email) {
    return core.bookingDesk().book(request(eventType, start, email, null), Actor.INVITEE);
  }

  /// Books for an invitee, and fails if that does not succeed.
  public Booking book(EventType eventType, String start, String email) {
    return booked(tryBook(eventType, start, email));
  }

  /// Returns a request of an invitee called Bob.
  public static BookRequest request(EventType eventType, String start) {
    return request(eventType, start, "bob@example.com", null);
  }

  public static BookRequest request(EventType eventType, String start, String email, String key) {
    return new BookRequest(
        eventType.id(),
        Instant.parse(start),
        new Invitee(
            "Bob Brown", new EmailAddress(email), ZoneId.of("Europe/Berlin"), Locale.ENGLISH),
        List.of(),
        Map.of(),
        "",
        Map.of(),
        null,
        key);
  }

  /// Books, and fails if that does not succeed.
  public Booking book(EventType eventType, String start) {
    return booked(core.bookingDesk().book(request(eventType, start), Actor.INVITEE));
  }

  public static Booking booked(BookOutcome outcome) {
    if (outcome instanceof BookOutcome.Booked made) {
      return made.booking();
    }
    throw new AssertionError("Not booked: " + outcome);
  }

  @Override
  public void close() {
    core.close();
    database.close();
  }
}
