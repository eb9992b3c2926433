-- Secret addresses under which calendars read a host's meetings; only hashes of the secrets are kept.
-- kind: full, or busy, which tells times alone
-- made_by: the API token that made it, with which it ends; null if the host made it in a session
CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  name varchar(100) NOT NULL,
  kind varchar(10) NOT NULL,
  token_hash varchar(64) NOT NULL UNIQUE,
  created_at timestamp with time zone NOT NULL,
  last_read_at timestamp with time zone,
  made_by uuid REFERENCES api_token (id) ON DELETE CASCADE
);
CREATE INDEX calendar_feed_host ON calendar_feed (host_id);
CREATE INDEX calendar_feed_made_by ON calendar_feed (made_by);
