package org.meetwright.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.team.Team;

/// What other schedulers got wrong and users reported, asked and booked on the database.
@ParameterizedClass
@EachDatabase
class KnownFaultsTest {
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

  @Test
  void joinsHoursAcrossMidnight() {
    fixture.open(fixture.ada, "America/New_York", "22:30-24:00", "00:00-02:00");
    EventType type = fixture.addEventType(t -> t.duration(60));
    // Tuesday 23:30 in New York.
    assertThat(fixture.startsOn(type, "2026-03-03")).contains("2026-03-04T04:30:00Z");
    fixture.book(type, "2026-03-04T04:30:00Z");
    assertThat(fixture.startsOn(type, "2026-03-05"))
        .containsExactly("2026-03-05T05:30:00Z", "2026-03-06T03:30:00Z", "2026-03-06T04:30:00Z");
  }

  @Test
  void offersNothingThatEndsAfterClosing() {
    fixture.open(fixture.ada, "UTC", "09:00-17:45");
    EventType type = fixture.addEventType(t -> t.duration(20));
    assertThat(fixture.starts(type, "2026-03-03", "2026-03-03", "UTC"))
        .endsWith("2026-03-03T17:00:00Z", "2026-03-03T17:20:00Z")
        .hasSize(26);
    assertThat(fixture.tryBook(type, "2026-03-03T17:40:00Z", "bob@example.com"))
        .isInstanceOf(BookOutcome.NotOffered.class);
  }

  @Test
  void startsTheGridOfACollectiveMeetingWhereAllAreOpen() {
    Host bea = fixture.addHost("bea");
    fixture.open(fixture.ada, "UTC", "11:00-13:00");
    fixture.open(bea, "UTC", "11:15-13:00");
    Team team = fixture.addTeam("both", fixture.ada, bea);
    EventType type =
        fixture.addEventType(
            t -> t.duration(30).step(45).assignment(new Assignment.Collective(team.id())));
    assertThat(fixture.starts(type, "2026-03-03", "2026-03-03", "UTC"))
        .containsExactly("2026-03-03T11:15:00Z", "2026-03-03T12:00:00Z");
    fixture.book(type, "2026-03-03T11:15:00Z");
  }

  @Test
  void showsAnOverrideAtMidnightOnItsOwnDateAlone() {
    fixture.open(
        fixture.ada,
        "Europe/Berlin",
        List.of(),
        List.of(
            new DateOverride(
                LocalDate.parse("2026-03-10"), List.of(Fixture.hours("00:00-01:00")))));
    EventType type = fixture.addEventType(t -> t.duration(60));
    assertThat(fixture.starts(type, "2026-03-10", "2026-03-10", "Europe/Berlin"))
        .containsExactly("2026-03-09T23:00:00Z");
    assertThat(fixture.starts(type, "2026-03-09", "2026-03-09", "Europe/Berlin")).isEmpty();
    assertThat(fixture.starts(type, "2026-03-11", "2026-03-20", "Europe/Berlin")).isEmpty();
  }

  @Test
  void closesTheHostsWholeDayAndNoOtherOnceOneADayIsBooked() {
    String brisbane = "Australia/Brisbane";
    fixture.open(fixture.ada, brisbane, "00:00-24:00");
    EventType type = fixture.addEventType(t -> t.duration(60).limits(1, null));
    // 08:00 on 4 March in Brisbane, still 3 March in UTC.
    fixture.book(type, "2026-03-03T22:00:00Z");
    assertThat(fixture.starts(type, "2026-03-04", "2026-03-04", brisbane)).isEmpty();
    assertThat(fixture.starts(type, "2026-03-03", "2026-03-03", brisbane))
        .hasSize(24)
        .startsWith("2026-03-02T14:00:00Z")
        .endsWith("2026-03-03T13:00:00Z");
    assertThat(fixture.starts(type, "2026-03-05", "2026-03-05", brisbane))
        .hasSize(24)
        .startsWith("2026-03-04T14:00:00Z");
    assertThat(fixture.tryBook(type, "2026-03-04T13:00:00Z", "eve@example.com"))
        .isInstanceOf(BookOutcome.NotOffered.class);
    fixture.book(type, "2026-03-04T14:00:00Z", "eve@example.com");
  }

  @Test
  void keepsNineOClockOnBothSidesOfAClockChange() {
    fixture.open(fixture.ada, "America/New_York", "09:00-10:00");
    EventType type = fixture.addEventType(t -> t.duration(60));
    assertThat(fixture.starts(type, "2026-03-07", "2026-03-08", "America/New_York"))
        .containsExactly("2026-03-07T14:00:00Z", "2026-03-08T13:00:00Z");
    assertThat(fixture.starts(type, "2026-10-31", "2026-11-01", "America/New_York"))
        .containsExactly("2026-10-31T13:00:00Z", "2026-11-01T14:00:00Z");
    fixture.book(type, "2026-03-08T13:00:00Z");
  }

  @Test
  void booksWhatTheHourlyGridOfKathmanduOffers() {
    fixture.open(
        fixture.ada, "Asia/Kathmandu", List.of(DayOfWeek.TUESDAY), List.of(), "09:00-17:00");
    EventType type = fixture.addEventType(t -> t.duration(60));
    List<String> offered = fixture.starts(type, "2026-03-02", "2026-03-08", "Asia/Kathmandu");
    assertThat(offered).hasSize(8).startsWith("2026-03-03T03:15:00Z");
    for (String start : offered) {
      fixture.book(type, start);
    }
    assertThat(fixture.starts(type, "2026-03-02", "2026-03-08", "Asia/Kathmandu")).isEmpty();
  }

  @Test
  void keepsAsymmetricBuffersOnTheirSides() {
    fixture.open(fixture.ada, "UTC", "09:00-12:00");
    EventType type = fixture.addEventType(t -> t.duration(30).step(5).buffers(0, 20));
    EventType plain = fixture.addEventType(t -> t.slug("plain").duration(30).step(5));
    fixture.book(plain, "2026-03-03T10:00:00Z");
    assertThat(fixture.starts(type, "2026-03-03", "2026-03-03", "UTC"))
        .contains("2026-03-03T09:10:00Z", "2026-03-03T10:30:00Z")
        .doesNotContain("2026-03-03T09:15:00Z", "2026-03-03T10:25:00Z");
    fixture.book(type, "2026-03-03T10:30:00Z");
    assertThat(fixture.starts(plain, "2026-03-03", "2026-03-03", "UTC"))
        .contains("2026-03-03T11:20:00Z")
        .doesNotContain("2026-03-03T11:15:00Z");
  }
}
