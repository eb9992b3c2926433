package org.meetwright.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.value.InvalidValueException;

/// Holidays and travel, stored and read again. Ada is in New York; Memorial Day 2026 is 25 May.
@ParameterizedClass
@EachDatabase
class HolidaysAndTravelTest {
  private static final Travel TOKYO =
      new Travel(
          LocalDate.parse("2026-05-27"), LocalDate.parse("2026-05-28"), ZoneId.of("Asia/Tokyo"));

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private EventType type;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    fixture.open(fixture.ada, "America/New_York", "09:00-11:00");
    type = fixture.addEventType(t -> t.duration(60));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Schedule change(List<DateOverride> overrides, PublicHolidays holidays, Travel... travel) {
    Schedule old = fixture.core.schedules().list(fixture.ada.id()).getFirst();
    return fixture
        .core
        .schedules()
        .replace(
            new Schedule(
                old.id(),
                old.hostId(),
                old.name(),
                old.timeZone(),
                false,
                old.weeklyHours(),
                overrides,
                new Away(holidays, List.of(travel))))
        .orElseThrow();
  }

  @Test
  void areReadAsTheyWereStored() {
    PublicHolidays holidays =
        PublicHolidays.of("US", "NY", List.of("2026-12-25", "CHRISTMAS", "NEW_YEAR"));
    Travel later =
        new Travel(
            LocalDate.parse("2027-01-01"),
            LocalDate.parse("2027-01-01"),
            ZoneId.of("America/Argentina/ComodRivadavia"));
    Schedule stored = change(List.of(), holidays, later, TOKYO);
    assertThat(fixture.core.schedules().find(fixture.ada.id(), stored.id())).hasValue(stored);
    assertThat(stored.isDefault()).isTrue();
    assertThat(stored.away()).isEqualTo(new Away(holidays, List.of(TOKYO, later)));
    Schedule added =
        fixture
            .core
            .schedules()
            .add(
                new Schedule(
                    new java.util.UUID(0, 7),
                    fixture.ada.id(),
                    "Another",
                    stored.timeZone(),
                    false,
                    List.of(),
                    List.of(),
                    stored.away()));
    assertThat(fixture.core.schedules().find(fixture.ada.id(), added.id())).hasValue(added);
    Schedule without = change(List.of(), null);
    assertThat(fixture.core.schedules().find(fixture.ada.id(), without.id())).hasValue(without);
    assertThat(without.away()).isEqualTo(Away.NEVER);
  }

  @Test
  void decideAboutSlots() {
    assertThat(fixture.startsOn(type, "2026-05-25")).hasSize(2);
    change(List.of(), PublicHolidays.of("US", null, List.of()), TOKYO);
    assertThat(fixture.startsOn(type, "2026-05-25")).isEmpty();
    assertThat(against("2026-05-25T13:00:00Z")).containsExactly(Code.HOLIDAY);
    assertThat(against("2026-05-25T20:00:00Z"))
        .containsExactlyInAnyOrder(Code.HOLIDAY, Code.OUTSIDE_SCHEDULE);
    assertThat(against("2026-05-26T20:00:00Z")).containsExactly(Code.OUTSIDE_SCHEDULE);
    // 09:00 in Tokyo is 20:00 of the day before in New York.
    assertThat(fixture.startsOn(type, "2026-05-26"))
        .containsExactly(
            "2026-05-26T13:00:00Z",
            "2026-05-26T14:00:00Z",
            "2026-05-27T00:00:00Z",
            "2026-05-27T01:00:00Z");
    assertThat(fixture.startsOn(type, "2026-05-28")).isEmpty();
    assertThat(fixture.tryBook(type, "2026-05-27T13:00:00Z", "b@example.com"))
        .asString()
        .contains("OUTSIDE_SCHEDULE");
    fixture.book(type, "2026-05-27T00:00:00Z", "b@example.com");
  }

  @Test
  void tellTheHolidayBehindAReason() {
    change(List.of(), PublicHolidays.of("US", null, List.of()));
    Reason reason = reasons("2026-05-25T13:00:00Z").getFirst();
    assertThat(reason.message()).isEqualTo("Memorial Day is a public holiday.");
    assertThat(reason.detail().get("holiday").toString())
        .contains("id=MEMORIAL", "date=2026-05-25", "name=Memorial Day");
    assertThat(reason.code().forInvitees()).isTrue();
  }

  @Test
  void giveWayToAnOverride() {
    DateOverride evening =
        new DateOverride(
            LocalDate.parse("2026-05-25"), List.of(LocalHours.parse("18:00", "19:00")));
    change(List.of(evening), PublicHolidays.of("US", null, List.of()));
    assertThat(fixture.startsOn(type, "2026-05-25")).containsExactly("2026-05-25T22:00:00Z");
    assertThat(against("2026-05-25T13:00:00Z")).containsExactly(Code.OVERRIDE);
  }

  @Test
  void goOnWithoutAPlaceThatIsNoLongerKnown() {
    Schedule schedule = change(List.of(), PublicHolidays.of("US", "NY", List.of()));
    fixture.sql(
        "UPDATE schedule SET holiday_region = 'GONE' WHERE id = '%s'".formatted(schedule.id()));
    fixture.sql("UPDATE host SET revision = revision + 1");
    assertThat(fixture.startsOn(type, "2026-05-25")).hasSize(2);
  }

  @Test
  void areRefusedIfTravelOverlaps() {
    Travel touching =
        new Travel(TOKYO.to(), LocalDate.parse("2026-05-30"), ZoneId.of("Europe/Berlin"));
    assertThatThrownBy(() -> new Away(null, List.of(touching, TOKYO)))
        .isInstanceOfSatisfying(
            InvalidValueException.class, wrong -> assertThat(wrong.field()).isEqualTo("travel"))
        .hasMessageContaining("2026-05-27 to 2026-05-28 and 2026-05-28 to 2026-05-30");
    assertThatThrownBy(() -> new Travel(TOKYO.to(), TOKYO.from(), ZoneId.of("UTC")))
        .isInstanceOfSatisfying(
            InvalidValueException.class, wrong -> assertThat(wrong.field()).isEqualTo("to"));
  }

  private List<Code> against(String start) {
    return reasons(start).stream().map(Reason::code).toList();
  }

  private List<Reason> reasons(String start) {
    return fixture.core.availability().reasonsAgainst(type, Instant.parse(start));
  }
}
