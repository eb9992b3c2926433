-- How many invitees a meeting has room for: what its event type said when it was booked.
ALTER TABLE meeting ADD COLUMN seats integer DEFAULT 1 NOT NULL CHECK (seats >= 1);
UPDATE meeting SET seats = (SELECT e.seats FROM event_type e WHERE e.id = meeting.event_type_id)
WHERE event_type_id IN (SELECT e.id FROM event_type e WHERE e.seats > 1);

-- A meeting was booked when its first booking was made; moving it is no booking.
UPDATE meeting
SET created_at = (SELECT MIN(b.created_at) FROM booking b WHERE b.meeting_id = meeting.id)
WHERE created_at > (SELECT MIN(b.created_at) FROM booking b WHERE b.meeting_id = meeting.id);

-- Since when someone is a member: those who are now, always.
ALTER TABLE team_member ADD COLUMN joined_at timestamp with time zone
  DEFAULT TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00' NOT NULL;
