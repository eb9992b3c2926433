package org.meetwright.server.drain;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.booking.notice.StoredNotice;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.rate.Place;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// Puts bookings to come into the tables by SQL, half an hour apart, and for each one the reminder
/// of its invitee, which is due.
record DueReminders(Place place, Core core) {
  private static final int HOSTS = 100;
  private static final int BATCH = 50_000;

  /// The first booking.
  static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private static final UUID ONE = UUID.fromString("11111111-1111-7111-8111-111111111111");
  private static final String ID =
      "CAST('%s-' || LPAD(CAST(n AS varchar(12)), 12, '0') AS uuid)"
          .formatted("00000000-0000-7000-8000");

  /// Adds reminders.
  void add(int count) throws SQLException {
    List<EventType> types = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      types.add(core.eventTypes().add(new EventTypeBuilder(addHost(i).id()).build()));
    }
    Instant now = core.clock().instant().truncatedTo(ChronoUnit.HOURS);
    int each = count / HOSTS;
    for (int i = 0; i < HOSTS; i++) {
      for (int from = i * each + 1; from <= (i + 1) * each; from += BATCH) {
        addBatch(types.get(i), now, i * each, from, Math.min((i + 1) * each, from + BATCH - 1));
      }
    }
    place.run("ANALYZE");
  }

  private Host addHost(int number) {
    return core.hosts()
        .add(
            new NewHost(
                new Handle("host" + number),
                "Host " + number,
                new EmailAddress("host" + number + "@example.org"),
                ZoneId.of("America/New_York"),
                Locale.ENGLISH,
                null,
                Role.HOST));
  }

  private void addBatch(EventType type, Instant now, int before, int from, int to)
      throws SQLException {
    String rows =
        "(SELECT n, %s AS id, %s + (n - %d) * INTERVAL '30' MINUTE AS starts_at FROM %s) coming"
            .formatted(ID, time(now), before, numbers(from, to));
    place.run(
        """
        INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, starts_at, ends_at, created_at)
        SELECT id, CAST('%s' AS uuid), 'intro', 'Intro', starts_at, starts_at + INTERVAL '30' MINUTE, %s
        FROM\s\
        """
                .formatted(type.id(), time(now))
            + rows);
    place.run(
        """
        INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)
        SELECT id, CAST('%s' AS uuid), starts_at, starts_at + INTERVAL '30' MINUTE, TRUE FROM\s\
        """
                .formatted(type.hostId())
            + rows);
    place.run(
        """
        INSERT INTO booking (id, meeting_id, seat, status, invitee_name, invitee_email,
          invitee_email_key, invitee_time_zone, invitee_locale, guests, answers, notes, no_show,
          end_reason, version, calendar_uid, calendar_sequence, request_hash, created_at)
        SELECT id, id, 1, 'confirmed', 'Bob Brown', CAST(id AS varchar(36)) || '@example.com',
          CAST(id AS varchar(36)) || '@example.com',
          'Europe/Berlin', 'en', '', '{}', '', FALSE, '', 1, CAST(id AS varchar(36)), 0, '', %s
        FROM\s\
        """
                .formatted(time(now))
            + rows);
    place.run(
        """
        INSERT INTO outbox (id, kind, dedupe_key, subject_id, payload, state, due_at, attempts, created_at)
        SELECT id, 'mail', 'reminder-' || CAST(id AS varchar(36)), id,
          REPLACE('%s', '%s', CAST(id AS varchar(36))), 'pending', %s, 0, %s
        FROM\s\
        """
                .formatted(payload(type, now), ONE, time(now), time(now))
            + rows);
  }

  private static String payload(EventType type, Instant now) {
    Instant start = now.plus(Duration.ofHours(1));
    StoredNotice notice =
        new StoredNotice(
            Event.REMINDER.name(),
            Audience.INVITEE.name(),
            null,
            null,
            ONE,
            List.of(type.hostId()),
            start,
            start.plus(Duration.ofMinutes(30)),
            null,
            0,
            "",
            Actor.INVITEE.name(),
            null,
            now);
    return BookingNotice.KIND.message("one", null, notice, now).payload();
  }

  private static String time(Instant instant) {
    return "TIMESTAMP WITH TIME ZONE '" + instant.toString().replace('T', ' ').replace("Z", "+00'");
  }

  private String numbers(int from, int to) {
    return place.settings().kind() == DatabaseKind.H2
        ? "(SELECT x AS n FROM SYSTEM_RANGE(" + from + ", " + to + ")) numbers"
        : "generate_series(" + from + ", " + to + ") AS numbers(n)";
  }
}
