-- Absences of hosts: whole dates of the host's default schedule, from_date to to_date, both inclusive, or
-- instants from starts_at to ends_at, exclusive. redirect: handle and slug of an event type.
CREATE TABLE absence (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  from_date date,
  to_date date,
  starts_at timestamp(6) with time zone,
  ends_at timestamp(6) with time zone,
  note varchar(500) NOT NULL,
  redirect_handle varchar(40),
  redirect_slug varchar(60),
  CHECK (from_date IS NULL AND to_date IS NULL OR starts_at IS NULL AND ends_at IS NULL),
  CHECK (to_date >= from_date OR ends_at > starts_at)
);
CREATE INDEX absence_host ON absence (host_id);
