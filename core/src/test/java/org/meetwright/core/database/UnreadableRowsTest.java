package org.meetwright.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.database.mybatis.UnreadableRowException;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;

/// One row that says what no value may say spoils no list. Asked for alone, it is told to be
/// unreadable, and it can still be deleted.
@ParameterizedClass
@EachDatabase
class UnreadableRowsTest {
  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private Host ada;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    ada = fixture.ada;
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void spoil(String table, String column, String value, UUID id) {
    fixture.sql("UPDATE %s SET %s = %s WHERE id = '%s'".formatted(table, column, value, id));
  }

  private static void assertTold(ThrowingCallable read, String kind, UUID id) {
    assertThatThrownBy(read)
        .isInstanceOf(UnreadableRowException.class)
        .hasMessageContaining(kind + " " + id);
  }

  @Test
  void eventTypes() {
    EventType fine = fixture.addEventType(t -> t.slug("fine"));
    EventType broken = fixture.addEventType(t -> t.slug("broken"));
    spoil("event_type", "color", "'red'", broken.id());

    assertThat(fixture.core.eventTypes().list(ada.id())).containsExactly(fine);
    assertThat(fixture.core.eventTypes().listOnPage(ada.id())).containsExactly(fine);
    assertTold(() -> fixture.core.eventTypes().find(broken.id()), "event type", broken.id());
    assertThat(fixture.core.eventTypes().replace(broken)).isPresent();
    assertThat(fixture.core.eventTypes().list(ada.id())).containsExactly(fine, broken);
    spoil("event_type", "reminder_minutes", "'soon'", broken.id());
    assertThat(fixture.core.eventTypes().delete(ada.id(), broken.id())).isTrue();
  }

  @Test
  void teams() {
    Team fine = fixture.addTeam("fine", ada);
    Team broken = fixture.addTeam("broken", ada);
    spoil("team", "name", "''", broken.id());

    assertThat(fixture.core.teams().list(ada.id())).containsExactly(fine);
    assertTold(() -> fixture.core.teams().find("broken"), "team", broken.id());
    fixture.sql("UPDATE team SET name = 'x'");
    fixture.sql("UPDATE team_member SET weight = 9999 WHERE team_id = '%s'".formatted(broken.id()));
    assertThat(fixture.core.teams().list(ada.id())).extracting(Team::id).containsExactly(fine.id());
    assertThat(fixture.core.teams().delete(ada.id(), broken.id()))
        .isInstanceOf(Teams.Deletion.Deleted.class);
  }

  @Test
  void schedules() {
    Schedule fine = fixture.core.schedules().list(ada.id()).getFirst();
    Schedule broken =
        fixture
            .core
            .schedules()
            .add(
                new Schedule(
                    Ids.next(), ada.id(), "B", fine.timeZone(), false, List.of(), List.of()));
    fixture.sql(
        "INSERT INTO date_override (schedule_id, override_date, hours) VALUES ('%s', '2026-03-03', 'x')"
            .formatted(broken.id()));

    assertThat(fixture.core.schedules().list(ada.id())).containsExactly(fine);
    assertTold(() -> fixture.core.schedules().find(ada.id(), broken.id()), "schedule", broken.id());
    assertThat(fixture.core.schedules().delete(ada.id(), broken.id()))
        .isInstanceOf(Schedules.Deletion.Deleted.class);
  }

  @Test
  void webhooks() {
    HttpUrl url = HttpUrl.of("https://example.org/hook");
    Set<WebhookEvent> events = Set.of(WebhookEvent.CREATED);
    Webhook fine = fixture.core.webhooks().add(ada.id(), url, events);
    Webhook broken = fixture.core.webhooks().add(ada.id(), url, events);
    spoil("webhook", "url", "'ftp://example.org'", broken.id());

    assertThat(fixture.core.webhooks().list(ada.id()))
        .extracting(Webhook::id)
        .containsExactly(fine.id());
    assertTold(() -> fixture.core.webhooks().find(broken.id()), "webhook", broken.id());
    assertThat(fixture.core.webhooks().delete(ada.id(), broken.id())).isTrue();
  }

  @Test
  void bookings() {
    EventType type = fixture.addEventType(t -> t);
    Booking first = fixture.book(type, "2026-03-03T15:00:00Z", "a@example.net");
    Booking broken = fixture.book(type, "2026-03-03T16:00:00Z", "b@example.net");
    Booking last = fixture.book(type, "2026-03-03T17:00:00Z", "c@example.net");
    spoil("booking", "invitee_email", "'nobody'", broken.id());

    BookingFilter filter = BookingFilter.ofHost(ada.id());
    assertThat(fixture.core.bookings().list(filter, null, 10).bookings())
        .containsExactly(first, last);
    Bookings.Page page = fixture.core.bookings().list(filter, null, 2);
    assertThat(page.bookings()).containsExactly(first);
    assertThat(fixture.core.bookings().list(filter, page.next(), 2).bookings())
        .containsExactly(last);
    assertTold(() -> fixture.core.bookings().find(broken.id()), "booking", broken.id());
  }

  @Test
  void hosts() {
    Host broken = fixture.addHost("broken");
    spoil("host", "email", "'nobody'", broken.id());

    assertThat(fixture.core.hosts().list()).extracting(Host::id).containsExactly(ada.id());
  }

  @Test
  void busyTimes() {
    BusyTime broken = fixture.busy(ada, "2026-03-03T15:00:00Z", "2026-03-03T16:00:00Z");
    BusyTime fine = fixture.busy(ada, "2026-03-03T17:00:00Z", "2026-03-03T18:00:00Z");
    spoil("busy_time", "summary", "'a' || chr(7)", broken.id());

    assertThat(fixture.core.busyTimes().list(ada.id(), null, null, 10)).containsExactly(fine);
    assertThat(fixture.core.busyTimes().delete(ada.id(), broken.id())).isTrue();
  }

  @Test
  void saysThatTheDatabaseIsGoneAndNotThatThereIsNothing() {
    Database database = fixture.core.database();
    database.close();

    assertThatThrownBy(() -> fixture.core.hosts().list())
        .isNotInstanceOf(UnreadableRowException.class);
    assertThatThrownBy(() -> fixture.core.teams().list(ada.id()))
        .isNotInstanceOf(UnreadableRowException.class);
  }
}
