package org.meetwright.core.rate;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.database.DatabaseKind;

/// A host's past meetings, put into the tables by SQL: the first thousand within the last 90 days,
/// one every two hours; all others before, one every half hour. Each has a booking and its history.
/// They belong to two event types in turns. None overlaps another.
///
/// @param series a digit that no other host's history has; it makes the ids differ
record History(
    Place place, Instant now, int series, UUID hostId, UUID oneEventType, UUID otherEventType) {
  private static final int BATCH = 50_000;
  private static final String ID =
      "CAST('00000000-0000-7000-800%d-' || LPAD(CAST(n AS varchar(12)), 12, '0') AS uuid)";

  /// Adds meetings.
  ///
  /// @param from the number of the first one, from 1
  /// @param to the number of the last one, inclusive
  void add(int from, int to) throws SQLException {
    for (int first = from; first <= to; first += BATCH) {
      addBatch(first, Math.min(to, first + BATCH - 1));
    }
    place.run("ANALYZE");
  }

  private void addBatch(int from, int to) throws SQLException {
    String fromTo = from + ", " + to;
    String rows =
        """
        (SELECT n, %s AS id, CASE WHEN n <= 1000 THEN %s - n * INTERVAL '2' HOUR
            ELSE %s - INTERVAL '95' DAY - n * INTERVAL '30' MINUTE END AS starts_at
          FROM %s) past
        """
            .formatted(ID.formatted(series), time(), time(), numbers(fromTo));
    place.run(
        """
        INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, starts_at, ends_at,
          created_at)
        SELECT id, CAST(CASE WHEN MOD(n, 2) = 0 THEN '%s' ELSE '%s' END AS uuid), 'intro', 'Intro',
          starts_at, starts_at + INTERVAL '20' MINUTE, starts_at - INTERVAL '1' DAY
        FROM\
        """
                .formatted(oneEventType, otherEventType)
            + rows);
    place.run(
        """
        INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)
        SELECT id, CAST('%s' AS uuid), starts_at, starts_at + INTERVAL '30' MINUTE, TRUE
        FROM\
        """
                .formatted(hostId)
            + rows);
    place.run(
        """
        INSERT INTO booking (id, meeting_id, seat, status, invitee_name, invitee_email,
          invitee_email_key, invitee_time_zone, invitee_locale, guests, answers, notes, no_show,
          end_reason, version, calendar_uid, calendar_sequence, request_hash, created_at)
        SELECT id, id, 1, 'confirmed', 'Bob Brown', 'bob@example.com', 'bob@example.com',
          'Europe/Berlin', 'en', '', '{}', '', FALSE, '', 1, CAST(id AS varchar(36)), 0, '',
          starts_at - INTERVAL '1' DAY
        FROM\
        """
            + rows);
    place.run(
        """
        INSERT INTO booking_history (id, booking_id, happened_at, actor, action, detail)
        SELECT id, id, starts_at - INTERVAL '1' DAY, 'invitee', 'booked', ''
        FROM\
        """
            + rows);
  }

  private String time() {
    return "TIMESTAMP WITH TIME ZONE '" + now.toString().replace('T', ' ').replace("Z", "+00'");
  }

  private String numbers(String fromTo) {
    return place.settings().kind() == DatabaseKind.H2
        ? "(SELECT x AS n FROM SYSTEM_RANGE(" + fromTo + ")) numbers"
        : "generate_series(" + fromTo + ") AS numbers(n)";
  }
}
