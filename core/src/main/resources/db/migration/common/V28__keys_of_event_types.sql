-- An idempotency key belongs to an event type. key_scope: that event type, also when it is deleted later.
ALTER TABLE booking RENAME COLUMN idempotency_key TO former_key;
ALTER TABLE booking ADD COLUMN idempotency_key varchar(200);
ALTER TABLE booking ADD COLUMN key_scope uuid;
UPDATE booking SET idempotency_key = former_key,
  key_scope = (SELECT m.event_type_id FROM meeting m WHERE m.id = booking.meeting_id)
WHERE former_key IS NOT NULL;
ALTER TABLE booking DROP COLUMN former_key;
ALTER TABLE booking ADD CONSTRAINT booking_idempotency UNIQUE (key_scope, idempotency_key);

ALTER TABLE confirmation RENAME COLUMN idempotency_key TO former_key;
ALTER TABLE confirmation ADD COLUMN idempotency_key varchar(200);
UPDATE confirmation SET idempotency_key = former_key;
ALTER TABLE confirmation DROP COLUMN former_key;
ALTER TABLE confirmation ADD CONSTRAINT confirmation_idempotency UNIQUE (event_type_id, idempotency_key);
