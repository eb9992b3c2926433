-- The events that stand for a host's meetings in the calendars that receive them: one for each meeting, host and
-- calendar. It outlives its meeting, which a move replaces by another; so meeting_id is no foreign key.
-- uid: without the generation, which rises when a service refuses the UID of an event that was deleted
-- remote_key: hash of remote_id
-- written_from, written_until, fingerprint, sequence: what was written last, or was about to be
-- state: wanted, written, moved (by the host, there), gone (likewise) or removing
-- seen_from, seen_until: when the host has moved it to; changed_at: when that was seen
-- error, failing_since: why it could not be written, and since when
-- leased_until: until when one node works on it
DROP TABLE meeting_event;
CREATE TABLE meeting_event (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  calendar_id uuid NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
  uid varchar(150) NOT NULL,
  generation integer NOT NULL,
  remote_id varchar(2000),
  remote_key varchar(64),
  etag varchar(500),
  written_from timestamp with time zone,
  written_until timestamp with time zone,
  fingerprint varchar(64),
  sequence integer NOT NULL,
  state varchar(10) NOT NULL,
  seen_from timestamp with time zone,
  seen_until timestamp with time zone,
  changed_at timestamp with time zone,
  error varchar(20),
  failing_since timestamp with time zone,
  leased_until timestamp with time zone,
  UNIQUE (meeting_id, host_id, calendar_id)
);
CREATE INDEX meeting_event_calendar ON meeting_event (calendar_id, remote_key);
CREATE INDEX meeting_event_uid ON meeting_event (host_id, uid);
CREATE INDEX meeting_event_remote ON meeting_event (host_id, remote_key);
