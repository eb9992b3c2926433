-- The times that the events of calendars take. A row holds those of one event within 32 days that have the same summary,
-- so that an event that repeats daily takes a dozen rows a year instead of hundreds.
-- starts_at, ends_at: of the first and of the last to end; times: all of them, as SeriesTimes writes them; null for one
-- is_long: whether they last longer than 33 days: such ones are few, and the others can be found by their start alone
CREATE TABLE busy_series (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  item_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  times varchar(4000),
  summary varchar(200) NOT NULL,
  source varchar(20) NOT NULL,
  is_private boolean NOT NULL,
  is_long boolean NOT NULL,
  CHECK (ends_at > starts_at)
);
CREATE INDEX busy_series_host ON busy_series (host_id, is_long, starts_at);
-- Before the foreign key, for which H2 would make one of its own.
CREATE INDEX busy_series_item ON busy_series (item_id);
ALTER TABLE busy_series ADD CONSTRAINT busy_series_item_id_fkey
  FOREIGN KEY (item_id) REFERENCES calendar_item (id) ON DELETE CASCADE;

INSERT INTO busy_series (id, host_id, calendar_id, item_id, starts_at, ends_at, summary, source, is_private, is_long)
SELECT b.id, b.host_id, i.calendar_id, b.item_id, b.starts_at, b.ends_at, b.summary, b.source, b.is_private,
  b.ends_at > b.starts_at + INTERVAL '33' DAY
FROM busy_time b JOIN calendar_item i ON i.id = b.item_id;
DELETE FROM busy_time WHERE item_id IS NOT NULL;
ALTER TABLE busy_time DROP COLUMN item_id;
ALTER TABLE busy_time DROP COLUMN calendar_id;
ALTER TABLE busy_time DROP COLUMN is_private;
