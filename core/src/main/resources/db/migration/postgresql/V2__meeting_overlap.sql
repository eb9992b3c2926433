-- The last defence: no host is in two meetings at once, buffers included, whatever the program does.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE meeting_host ADD CONSTRAINT meeting_host_overlap
  EXCLUDE USING gist (host_id WITH =, tstzrange(padded_from, padded_until) WITH &&) WHERE (active);
