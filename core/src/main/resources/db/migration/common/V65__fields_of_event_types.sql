-- All lengths that are offered, numbers with commas between them; empty if there is one. The step is null where it is the
-- length that is asked for.
ALTER TABLE event_type ADD COLUMN durations_minutes varchar(100) DEFAULT '' NOT NULL;
ALTER TABLE event_type ALTER COLUMN step_minutes DROP NOT NULL;

ALTER TABLE event_type ADD COLUMN max_per_month integer;
ALTER TABLE event_type ADD COLUMN max_active_per_invitee integer;

-- One a line: its kind, a space, and its value.
ALTER TABLE event_type ADD COLUMN locations varchar(6000) DEFAULT '' NOT NULL;
UPDATE event_type SET locations = location_kind || ' ' || location_value
  WHERE location_kind IS NOT NULL AND location_value IS NOT NULL;
ALTER TABLE event_type DROP COLUMN location_kind;
ALTER TABLE event_type DROP COLUMN location_value;

ALTER TABLE event_type ADD COLUMN follow_up_minutes integer;
ALTER TABLE event_type ADD COLUMN redirect_url varchar(2000);
-- A JSON object; empty if there are no texts.
ALTER TABLE event_type ADD COLUMN texts varchar(250000) DEFAULT '' NOT NULL;

-- How much a host wants to meet on a day, in all event types together.
ALTER TABLE host ADD COLUMN max_meetings_per_day integer;
ALTER TABLE host ADD COLUMN max_minutes_per_day integer;
