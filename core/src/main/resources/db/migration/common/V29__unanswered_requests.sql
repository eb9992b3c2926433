-- Requests that wait end at their start, by a message in the outbox. What began before is left as it is.
INSERT INTO outbox (id, kind, dedupe_key, lane, subject_id, payload, state, due_at, attempts, created_at)
SELECT b.id, 'request', 'request-' || CAST(b.id AS varchar(36)) || '-' || CAST(b.version AS varchar(12)), '', b.id,
  '{"bookingId":"' || CAST(b.id AS varchar(36)) || '","sequence":' || CAST(b.calendar_sequence AS varchar(12)) || '}',
  'pending', m.starts_at, 0, CURRENT_TIMESTAMP
FROM booking b JOIN meeting m ON m.id = b.meeting_id
WHERE b.status = 'pending' AND m.starts_at > CURRENT_TIMESTAMP;
