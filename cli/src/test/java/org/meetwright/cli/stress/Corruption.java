package org.meetwright.cli.stress;

import java.util.List;

/// Ways to spoil a database, each with the fault that must be named then.
enum Corruption {
  A_SECOND_MEETING_FIVE_MINUTES_LATER(
      "overlap",
      """
      INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)
      SELECT (SELECT m.id FROM meeting m WHERE NOT EXISTS
          (SELECT 1 FROM meeting_host o WHERE o.meeting_id = m.id AND o.host_id = t.host_id) LIMIT 1),
        t.host_id, DATEADD(MINUTE, 5, t.padded_from), DATEADD(MINUTE, 5, t.padded_until), TRUE
      FROM meeting_host t
      WHERE t.active AND t.padded_until > DATEADD(MINUTE, 5, t.padded_from) LIMIT 1
      """),
  A_SHORTER_BUFFER(
      "padding",
      """
      UPDATE meeting_host SET padded_until = DATEADD(SECOND, -1, padded_until)
      WHERE active LIMIT 1
      """),
  A_TIME_NOT_TAKEN("active flag", "UPDATE meeting_host SET active = FALSE WHERE active LIMIT 1"),
  A_TIME_NOT_FREED("active flag", "UPDATE meeting_host SET active = TRUE WHERE NOT active LIMIT 1"),
  A_HOST_MISSING(
      "hosts",
      """
      DELETE FROM meeting_host WHERE meeting_id IN (SELECT m.id FROM meeting m
        JOIN event_type t ON t.id = m.event_type_id WHERE t.slug = 'both') LIMIT 1
      """),
  A_SEAT_TOO_MANY("too many seats", "UPDATE booking SET seat = 5 WHERE seat = 1 LIMIT 1"),
  A_SEAT_GIVEN_TWICE(
      "seat twice",
      """
      UPDATE booking SET meeting_id = (SELECT MIN(meeting_id) FROM booking WHERE seat = 1), seat = 1
      WHERE seat IS NOT NULL AND meeting_id > (SELECT MIN(meeting_id) FROM booking WHERE seat = 1)
      LIMIT 1
      """),
  A_SEAT_KEPT("seat", "UPDATE booking SET seat = 1 WHERE status = 'cancelled' LIMIT 1"),
  TOO_MANY_A_DAY("limit", "UPDATE event_type SET max_per_day = 0 WHERE max_per_day > 0"),
  TOO_MANY_A_WEEK("limit", "UPDATE event_type SET max_per_week = 0 WHERE max_per_week > 0"),
  A_HISTORY_LOST("history", "DELETE FROM booking_history WHERE action = 'booked' LIMIT 1"),
  A_CHANGE_LOST("history", "DELETE FROM booking_history WHERE action = 'cancelled' LIMIT 1"),
  A_CHANGE_FORGED(
      "history",
      "UPDATE booking_history SET action = 'declined' WHERE action = 'cancelled' LIMIT 1"),
  A_MOVE_FORGED(
      "history",
      """
      UPDATE booking_history SET detail = 'for 2026-01-01T00:00:00Z' WHERE action = 'booked' LIMIT 1
      """),
  A_VERSION_SKIPPED("history", "UPDATE booking SET version = version + 1 LIMIT 1"),
  A_SEQUENCE_SKIPPED(
      "history", "UPDATE booking SET calendar_sequence = calendar_sequence + 1 LIMIT 1"),
  A_STATUS_FORGED(
      "history", "UPDATE booking SET status = 'pending' WHERE status = 'confirmed' LIMIT 1"),
  A_NO_SHOW_FORGED("history", "UPDATE booking SET no_show = NOT no_show LIMIT 1"),
  A_MESSAGE_LOST("message missing", "DELETE FROM outbox WHERE kind = 'mail' LIMIT 1"),
  A_REMINDER_LOST(
      "message missing", "DELETE FROM outbox WHERE dedupe_key LIKE '%-reminder-60-%' LIMIT 1"),
  A_MESSAGE_TOO_MANY(
      "message too many",
      "UPDATE outbox SET dedupe_key = dedupe_key || '2' WHERE kind = 'mail' LIMIT 1"),
  A_MESSAGE_TOO_LATE(
      "message due at the wrong time",
      """
      UPDATE outbox SET due_at = DATEADD(SECOND, 1, due_at)
      WHERE kind = 'mail' AND last_error IS NULL AND attempts < 2 LIMIT 1
      """),
  A_MESSAGE_PARKED(
      "message not deliverable", "UPDATE outbox SET state = 'parked' WHERE kind = 'mail' LIMIT 1"),
  A_BOOKING_LOST(
      "lost",
      "DELETE FROM outbox WHERE dedupe_key LIKE (SELECT MIN(id) FROM booking WHERE seat = 1) ||"
          + " '%'",
      "DELETE FROM booking_history WHERE booking_id = (SELECT MIN(id) FROM booking WHERE seat = 1)",
      "DELETE FROM booking WHERE id = (SELECT MIN(id) FROM booking WHERE seat = 1)"),
  A_CANCELLATION_UNDONE(
      "lost",
      """
      DELETE FROM booking_history WHERE action = 'cancelled' AND booking_id =
        (SELECT MIN(id) FROM booking WHERE status = 'cancelled')
      """,
      """
      UPDATE booking SET status = 'confirmed', version = version - 1,
        calendar_sequence = calendar_sequence - 1
      WHERE id = (SELECT MIN(id) FROM booking WHERE status = 'cancelled')
      """),
  A_KEY_LOST(
      "key", "UPDATE booking SET idempotency_key = NULL WHERE idempotency_key IS NOT NULL LIMIT 1"),
  A_KEY_USED_TWICE(
      "key",
      """
      UPDATE booking SET idempotency_key =
        (SELECT MIN(idempotency_key) FROM booking WHERE idempotency_key IS NOT NULL)
      WHERE idempotency_key IS NULL LIMIT 1
      """);

  private final String named;

  @SuppressWarnings("ImmutableEnumChecker") // It is: List.of.
  private final List<String> statements;

  Corruption(String named, String... statements) {
    this.named = named;
    this.statements = List.of(statements);
  }

  /// Returns how the fault is called.
  String named() {
    return named;
  }

  List<String> statements() {
    return statements;
  }
}
