-- What invitees have to keep to; notices are minutes before the start, null until the meeting has ended.
ALTER TABLE event_type ADD COLUMN cancel_notice_minutes integer;
ALTER TABLE event_type ADD COLUMN cancel_reason_required boolean DEFAULT FALSE NOT NULL;
ALTER TABLE event_type ADD COLUMN move_notice_minutes integer;
ALTER TABLE event_type ADD COLUMN move_reason_required boolean DEFAULT FALSE NOT NULL;
ALTER TABLE event_type ADD COLUMN requires_link boolean DEFAULT FALSE NOT NULL;

-- Links with which an event type can be booked a number of times, or until an instant.
CREATE TABLE booking_link (
  id uuid PRIMARY KEY,
  event_type_id uuid NOT NULL REFERENCES event_type (id) ON DELETE CASCADE,
  token_hash varchar(64) NOT NULL UNIQUE,
  max_uses integer NOT NULL CHECK (max_uses >= 1),
  uses integer NOT NULL CHECK (uses BETWEEN 0 AND max_uses),
  expires_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX booking_link_event_type ON booking_link (event_type_id);

-- A JSON object.
ALTER TABLE booking ADD COLUMN metadata varchar(65536) DEFAULT '{}' NOT NULL;

-- The host who did it.
ALTER TABLE booking_history ADD COLUMN actor_id uuid;

-- The booking that a message tells of.
ALTER TABLE outbox ADD COLUMN subject_id uuid;
CREATE INDEX outbox_subject ON outbox (subject_id);
