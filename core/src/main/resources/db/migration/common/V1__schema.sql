-- Everything that H2 and PostgreSQL have in common. Times are instants; local times are minutes after
-- midnight; days are those of ISO 8601 (Monday 1).

CREATE TABLE installation (
  id smallint PRIMARY KEY CHECK (id = 1),
  link_key varchar(64) NOT NULL,
  created_at timestamp with time zone NOT NULL
);

CREATE TABLE host (
  id uuid PRIMARY KEY,
  handle varchar(40) NOT NULL UNIQUE,
  name varchar(100) NOT NULL,
  email varchar(254) NOT NULL,
  email_key varchar(300) NOT NULL UNIQUE,
  time_zone varchar(64) NOT NULL,
  locale varchar(35) NOT NULL,
  password_hash varchar(255),
  role varchar(10) NOT NULL,
  active boolean NOT NULL,
  revision bigint NOT NULL,
  created_at timestamp with time zone NOT NULL
);

-- Every handle, a host's or a team's: it is taken once.
CREATE TABLE handle (
  handle varchar(40) PRIMARY KEY,
  owner_id uuid NOT NULL UNIQUE
);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  token_hash varchar(64) NOT NULL UNIQUE,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);

CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  name varchar(100) NOT NULL,
  token_hash varchar(64) NOT NULL UNIQUE,
  created_at timestamp with time zone NOT NULL
);

CREATE TABLE schedule (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  name varchar(100) NOT NULL,
  time_zone varchar(64) NOT NULL,
  is_default boolean NOT NULL
);
CREATE INDEX schedule_host ON schedule (host_id);

CREATE TABLE weekly_hours (
  schedule_id uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
  day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
  start_minute smallint NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute smallint NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  PRIMARY KEY (schedule_id, day_of_week, start_minute),
  CHECK (end_minute > start_minute)
);

-- hours: spans like '09:00-12:00 13:00-17:00'; empty when the whole date is closed.
CREATE TABLE date_override (
  schedule_id uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
  override_date date NOT NULL,
  hours varchar(3000) NOT NULL,
  PRIMARY KEY (schedule_id, override_date)
);

CREATE TABLE team (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL REFERENCES host (id),
  handle varchar(40) NOT NULL UNIQUE,
  name varchar(100) NOT NULL
);
CREATE INDEX team_owner ON team (owner_id);

CREATE TABLE team_member (
  team_id uuid NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  host_id uuid NOT NULL REFERENCES host (id),
  weight integer NOT NULL CHECK (weight >= 0),
  priority integer NOT NULL,
  PRIMARY KEY (team_id, host_id)
);
CREATE INDEX team_member_host ON team_member (host_id);

-- Busy times of calendars. Those that hosts put in by hand have the source 'manual'.
CREATE TABLE busy_time (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  summary varchar(200) NOT NULL,
  source varchar(20) NOT NULL,
  CHECK (ends_at > starts_at)
);
CREATE INDEX busy_time_host ON busy_time (host_id, ends_at);

-- page_id: the host or team under whose handle it stands. team_id: null when one host is met.
CREATE TABLE event_type (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  page_id uuid NOT NULL,
  team_id uuid REFERENCES team (id),
  assignment varchar(10) NOT NULL,
  slug varchar(60) NOT NULL,
  name varchar(100) NOT NULL,
  description varchar(5000) NOT NULL,
  duration_minutes integer NOT NULL CHECK (duration_minutes BETWEEN 1 AND 1440),
  step_minutes integer NOT NULL CHECK (step_minutes BETWEEN 1 AND 1440),
  buffer_before_minutes integer NOT NULL CHECK (buffer_before_minutes BETWEEN 0 AND 1440),
  buffer_after_minutes integer NOT NULL CHECK (buffer_after_minutes BETWEEN 0 AND 1440),
  minimum_notice_minutes integer NOT NULL CHECK (minimum_notice_minutes >= 0),
  window_kind varchar(10) NOT NULL,
  window_days integer,
  window_from date,
  window_to date,
  max_per_day integer,
  max_per_week integer,
  seats integer NOT NULL CHECK (seats >= 1),
  requires_approval boolean NOT NULL,
  hidden boolean NOT NULL,
  active boolean NOT NULL,
  color varchar(7) NOT NULL,
  location_kind varchar(10),
  location_value varchar(500),
  schedule_id uuid REFERENCES schedule (id),
  reminder_minutes varchar(100) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  UNIQUE (page_id, slug)
);

CREATE INDEX event_type_host ON event_type (host_id);
CREATE INDEX event_type_team ON event_type (team_id);

CREATE TABLE question (
  id uuid PRIMARY KEY,
  event_type_id uuid NOT NULL REFERENCES event_type (id) ON DELETE CASCADE,
  position integer NOT NULL,
  label varchar(200) NOT NULL,
  kind varchar(10) NOT NULL,
  required boolean NOT NULL,
  options varchar(12000) NOT NULL
);
CREATE INDEX question_event_type ON question (event_type_id, position);

-- What stands on hosts' calendars. What was agreed is copied here, so that it outlives the event type.
CREATE TABLE meeting (
  id uuid PRIMARY KEY,
  event_type_id uuid REFERENCES event_type (id) ON DELETE SET NULL,
  event_type_slug varchar(60) NOT NULL,
  event_type_name varchar(100) NOT NULL,
  location_kind varchar(10),
  location_value varchar(500),
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CHECK (ends_at > starts_at)
);
CREATE INDEX meeting_event_type ON meeting (event_type_id, starts_at);

-- The hot, small table: what takes a host's time, buffers included.
CREATE TABLE meeting_host (
  meeting_id uuid NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  host_id uuid NOT NULL REFERENCES host (id),
  padded_from timestamp with time zone NOT NULL,
  padded_until timestamp with time zone NOT NULL,
  active boolean NOT NULL,
  PRIMARY KEY (meeting_id, host_id),
  CHECK (padded_until > padded_from)
);
CREATE INDEX meeting_host_time ON meeting_host (host_id, padded_from);

-- An invitee's seat in a meeting. A booking that no longer holds a seat has none.
CREATE TABLE booking (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  seat integer,
  status varchar(10) NOT NULL,
  invitee_name varchar(100) NOT NULL,
  invitee_email varchar(254) NOT NULL,
  invitee_email_key varchar(300) NOT NULL,
  invitee_time_zone varchar(64) NOT NULL,
  invitee_locale varchar(35) NOT NULL,
  guests varchar(6000) NOT NULL,
  answers varchar(65536) NOT NULL,
  notes varchar(5000) NOT NULL,
  no_show boolean NOT NULL,
  end_reason varchar(1000) NOT NULL,
  version integer NOT NULL,
  calendar_uid varchar(100) NOT NULL,
  calendar_sequence integer NOT NULL,
  idempotency_key varchar(200) UNIQUE,
  request_hash varchar(64) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  UNIQUE (meeting_id, seat)
);

CREATE TABLE booking_history (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES booking (id),
  happened_at timestamp with time zone NOT NULL,
  actor varchar(10) NOT NULL,
  action varchar(20) NOT NULL,
  detail varchar(4000) NOT NULL
);
CREATE INDEX booking_history_booking ON booking_history (booking_id, happened_at);

CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  kind varchar(20) NOT NULL,
  dedupe_key varchar(200) NOT NULL UNIQUE,
  payload varchar(65536) NOT NULL,
  state varchar(10) NOT NULL,
  due_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL,
  lease_until timestamp with time zone,
  last_error varchar(1000),
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX outbox_due ON outbox (state, due_at);
