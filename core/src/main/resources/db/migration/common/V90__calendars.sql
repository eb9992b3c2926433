-- Accounts at calendar services that hosts have connected.
-- credentials: sealed JSON of address, user and password; null once they are lost
-- state: active, reauth (the host has to sign in again) or paused
-- error, failing_since: why the last round failed, and since when all have
CREATE TABLE calendar_connection (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  kind varchar(10) NOT NULL,
  name varchar(100) NOT NULL,
  credentials varchar(12000),
  state varchar(10) NOT NULL,
  follows boolean DEFAULT FALSE NOT NULL,
  error varchar(500),
  failing_since timestamp with time zone,
  failures integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX calendar_connection_host ON calendar_connection (host_id);

-- The calendars of an account.
-- remote_key: SHA-256 of remote_id
-- busy: whether its events take the host's time; tentative: those that are tentative too
-- receives: whether the host's meetings are written into it, at most one of a host
-- rounds: rises with every round, so that of two rounds at once one stops
-- sync_state: what the service said to ask with the next time; null to ask for everything
-- expanded_from, expanded_until: what the busy times are known for; null to expand all items again
-- synced_at: when the last round began that succeeded; whole_at: the last that asked for everything
-- doubt: none, or how much of a mass of vanished events is believed: see Doubt
CREATE TABLE calendar (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL REFERENCES calendar_connection (id) ON DELETE CASCADE,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  remote_id varchar(2000) NOT NULL,
  remote_key varchar(64) NOT NULL,
  name varchar(200) NOT NULL,
  color varchar(7),
  zone varchar(60),
  may_write boolean NOT NULL,
  busy boolean NOT NULL,
  tentative boolean DEFAULT TRUE NOT NULL,
  receives boolean DEFAULT FALSE NOT NULL,
  rounds bigint DEFAULT 0 NOT NULL,
  sync_state text,
  expanded_from timestamp with time zone,
  expanded_until timestamp with time zone,
  synced_at timestamp with time zone,
  whole_at timestamp with time zone,
  doubt varchar(10) DEFAULT 'none' NOT NULL,
  doubted_since timestamp with time zone,
  error varchar(500),
  failing_since timestamp with time zone,
  unreadable integer DEFAULT 0 NOT NULL,
  UNIQUE (connection_id, remote_key)
);
CREATE INDEX calendar_host ON calendar (host_id);

-- The events of calendars that are read, only the lines of them that matter. What repeats is one item, with its
-- exceptions.
-- digest: SHA-256 of text; own: whether it is one of the host's own meetings, which takes no time
CREATE TABLE calendar_item (
  id uuid PRIMARY KEY,
  calendar_id uuid NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
  remote_id varchar(2000) NOT NULL,
  remote_key varchar(64) NOT NULL,
  uid varchar(1000) NOT NULL,
  etag varchar(500),
  text text NOT NULL,
  digest varchar(64) NOT NULL,
  own boolean NOT NULL,
  UNIQUE (calendar_id, remote_key)
);

-- The events that stand for a host's meetings in the calendar that receives them.
-- generation: rises when a service refuses the UID of an event that was deleted
-- written_from, written_until, sequence: what was written last
-- state: wanted, written, moved (by the host, there), gone (likewise) or removing
CREATE TABLE meeting_event (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  calendar_id uuid NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
  generation integer DEFAULT 0 NOT NULL,
  remote_id varchar(2000),
  remote_key varchar(64),
  uid varchar(300) NOT NULL,
  etag varchar(500),
  written_from timestamp with time zone,
  written_until timestamp with time zone,
  sequence integer DEFAULT 0 NOT NULL,
  state varchar(10) NOT NULL,
  told_at timestamp with time zone,
  UNIQUE (meeting_id, host_id, calendar_id)
);
CREATE INDEX meeting_event_calendar ON meeting_event (calendar_id, remote_key);
CREATE INDEX meeting_event_host ON meeting_event (host_id, state);

-- Busy times of calendars beside those put in by hand. spans_days: whether it is longer than a day: such ones are few,
-- and the others can be found by their start alone, however many there are.
ALTER TABLE busy_time ADD COLUMN calendar_id uuid REFERENCES calendar (id) ON DELETE CASCADE;
ALTER TABLE busy_time ADD COLUMN item_id uuid REFERENCES calendar_item (id) ON DELETE CASCADE;
ALTER TABLE busy_time ADD COLUMN is_private boolean DEFAULT FALSE NOT NULL;
ALTER TABLE busy_time ADD COLUMN spans_days boolean DEFAULT FALSE NOT NULL;
UPDATE busy_time SET spans_days = ends_at > starts_at + INTERVAL '1' DAY;
DROP INDEX busy_time_host;
CREATE INDEX busy_time_host ON busy_time (host_id, spans_days, starts_at);
CREATE INDEX busy_time_calendar ON busy_time (calendar_id);
CREATE INDEX busy_time_item ON busy_time (item_id);
