-- Meetings that ended long ago, each with its hosts, bookings and history as one JSON document. No foreign keys: it
-- survives its parents.
CREATE TABLE booking_archive (
  meeting_id uuid PRIMARY KEY,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  bookings integer NOT NULL,
  document text NOT NULL,
  checksum varchar(64) NOT NULL,
  archived_at timestamp with time zone NOT NULL
);
CREATE INDEX booking_archive_end ON booking_archive (ends_at);

CREATE TABLE booking_archive_host (
  host_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  meeting_id uuid NOT NULL,
  PRIMARY KEY (host_id, starts_at, meeting_id)
);
CREATE INDEX booking_archive_host_meeting ON booking_archive_host (meeting_id);

-- What the archive must hold: raised and lowered by every transaction that moves something in or out. checksum: the
-- exclusive or of all documents' checksums.
CREATE TABLE archive_tally (
  id smallint PRIMARY KEY CHECK (id = 1),
  meetings bigint NOT NULL,
  bookings bigint NOT NULL,
  checksum varchar(64) NOT NULL
);
INSERT INTO archive_tally (id, meetings, bookings, checksum) VALUES
  (1, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- When it came back from the archive.
ALTER TABLE meeting ADD COLUMN restored_at timestamp with time zone;
CREATE INDEX meeting_end ON meeting (ends_at);
CREATE INDEX booking_invitee ON booking (invitee_email_key);
