package org.meetwright.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.statistics.BookingStatistics.ActorCount;
import org.meetwright.core.statistics.BookingStatistics.EventTypeCounts;
import org.meetwright.core.statistics.BookingStatistics.HostCounts;
import org.meetwright.core.statistics.BookingStatistics.Week;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class StatisticsTest {
  @Parameter DatabaseKind kind;
  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private BookingStatistics march() {
    return fixture.core.statistics().of(period("2026-03-01", "2026-03-31", "UTC"));
  }

  private static Period period(String from, String to, String zone) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone), null);
  }

  @Test
  void countsByWeekEventTypeHostAndWhoCancelled() {
    Host bea = fixture.addHost("bea");
    EventType intro = fixture.addEventType(type -> type);
    EventType together =
        fixture.addEventType(
            type ->
                type.slug("together")
                    .assignment(
                        new Assignment.Collective(
                            fixture.addTeam("sales", fixture.ada, bea).id())));
    Booking first = fixture.book(intro, "2026-03-03T15:00:00Z", "a@example.com");
    fixture.book(intro, "2026-03-04T15:00:00Z", "b@example.com");
    Booking gone = fixture.book(intro, "2026-03-10T15:00:00Z", "c@example.com");
    fixture.book(together, "2026-03-11T15:00:00Z", "d@example.com");
    fixture.core.bookingDesk().cancel(gone.id(), Change.byInvitee("no time"));
    fixture.clock.set("2026-03-06T12:00:00Z");
    fixture.core.bookingDesk().noShow(first.id(), new Change(Actor.ADMIN, null, null, ""));

    BookingStatistics found = march();

    assertThat(found.all()).isEqualTo(new Counts(4, 3, 0, 1, 0, 2, 1));
    assertThat(found.all().noShowRate()).isEqualTo(0.5);
    assertThat(found.weeks())
        .contains(
            new Week(LocalDate.parse("2026-02-23"), Counts.NONE),
            new Week(LocalDate.parse("2026-03-02"), new Counts(2, 2, 0, 0, 0, 2, 1)),
            new Week(LocalDate.parse("2026-03-09"), new Counts(2, 1, 0, 1, 0, 0, 0)))
        .hasSize(6);
    assertThat(found.eventTypes())
        .containsExactly(
            new EventTypeCounts("ada", "intro", new Counts(3, 2, 0, 1, 0, 2, 1)),
            new EventTypeCounts("sales", "together", new Counts(1, 1, 0, 0, 0, 0, 0)));
    assertThat(found.hosts())
        .containsExactly(
            new HostCounts("ada", new Counts(4, 3, 0, 1, 0, 2, 1)),
            new HostCounts("bea", new Counts(1, 1, 0, 0, 0, 0, 0)));
    assertThat(found.cancelledBy()).containsExactly(new ActorCount("invitee", 1));
    // Booked on March 2 at 12:00: 27, 51, 195 and 219 hours ahead.
    assertThat(found.leadTime())
        .isEqualTo(new BookingStatistics.LeadTime(123 * 60, 0, 0, 2, 0, 2, 0));
    assertThat(
            fixture
                .core
                .statistics()
                .of(
                    new Period(
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-03-31"),
                        ZoneOffset.UTC,
                        bea.id()))
                .all()
                .bookings())
        .isEqualTo(1);
  }

  @Test
  void beginsDatesAndWeeksInTheZone() {
    EventType intro = fixture.addEventType(type -> type);
    fixture.open(fixture.ada, "UTC", "00:00-24:00");
    fixture.book(intro, "2026-03-08T23:30:00Z");

    assertThat(fixture.core.statistics().of(period("2026-03-08", "2026-03-08", "UTC")).weeks())
        .extracting(week -> week.monday().toString() + " " + week.counts().bookings())
        .containsExactly("2026-03-02 1");
    assertThat(
            fixture
                .core
                .statistics()
                .of(period("2026-03-08", "2026-03-09", "Asia/Kathmandu"))
                .weeks())
        .extracting(week -> week.monday().toString() + " " + week.counts().bookings())
        .containsExactly("2026-03-02 0", "2026-03-09 1");
    assertThat(
            fixture
                .core
                .statistics()
                .of(period("2026-03-09", "2026-03-09", "UTC"))
                .all()
                .bookings())
        .isZero();
  }

  @Test
  void countsNothingWhereThereIsNothing() {
    BookingStatistics found = march();

    assertThat(found.all()).isEqualTo(Counts.NONE);
    assertThat(found.all().noShowRate()).isZero();
    assertThat(found.leadTime()).isEqualTo(new BookingStatistics.LeadTime(0, 0, 0, 0, 0, 0, 0));
    assertThatThrownBy(() -> period("2026-03-02", "2026-03-01", "UTC"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> period("2026-03-02", "2046-03-01", "UTC"))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void countsManyInTheDatabase() {
    int many = Integer.getInteger("meetwright.statistics.bookings", 3000);
    EventType intro = fixture.addEventType(type -> type);
    String numbers =
        kind == DatabaseKind.H2
            ? "(SELECT x AS n FROM SYSTEM_RANGE(1, " + many + "))"
            : "(SELECT n FROM generate_series(1, " + many + ") n)";
    String id = "CAST('00000000-0000-4000-8000-' || LPAD(CAST(n AS varchar(12)), 12, '0') AS uuid)";
    String start =
        "TIMESTAMP WITH TIME ZONE '2026-03-02 00:00:00+00:00' + n * INTERVAL '15' MINUTE";
    fixture.sql(
        "INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, starts_at,"
            + " ends_at, created_at) SELECT "
            + String.join(
                ", ",
                id,
                "'" + intro.id() + "'",
                "'intro'",
                "'Intro'",
                start,
                start + " + INTERVAL '10' MINUTE",
                start + " - INTERVAL '2' DAY")
            + " FROM "
            + numbers
            + " r");
    fixture.sql(
        "INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)"
            + " SELECT id, '"
            + fixture.ada.id()
            + "', starts_at, ends_at, FALSE FROM meeting");
    fixture.sql(
        "INSERT INTO booking (id, meeting_id, seat, status, invitee_name, invitee_email,"
            + " invitee_email_key, invitee_time_zone, invitee_locale, guests, answers, notes,"
            + " no_show, end_reason, version, calendar_uid, calendar_sequence, request_hash,"
            + " created_at) SELECT id, id, 1, 'confirmed', 'B', 'b@example.com', 'b@example.com',"
            + " 'UTC', 'en', '', '{}', '', FALSE, '', 1, 'u', 0, '', created_at FROM meeting");

    BookingStatistics found =
        fixture.core.statistics().of(period("2026-03-02", "2036-03-01", "Europe/Berlin"));

    assertThat(found.all().bookings()).isEqualTo(many);
    assertThat(found.weeks().stream().mapToLong(week -> week.counts().bookings()).sum())
        .isEqualTo(many);
    assertThat(found.hosts()).singleElement().matches(host -> host.counts().bookings() == many);
    assertThat(found.leadTime().averageMinutes()).isEqualTo(2 * 24 * 60);
    assertThat(found.leadTime().underThreeDays()).isEqualTo(many);
  }
}
