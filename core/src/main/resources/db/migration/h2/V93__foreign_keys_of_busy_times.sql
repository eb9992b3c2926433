-- Busy times of calendars come by the hundred thousand. Of their foreign keys only that of the item is kept, which
-- calendars and hosts pass on what they delete to; what hosts put in by hand is deleted with them by the program. H2 had
-- an index for each of the others, and of the item two.
EXECUTE IMMEDIATE (
  SELECT 'ALTER TABLE busy_time DROP CONSTRAINT "' || k.constraint_name || '"'
  FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
    ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
  WHERE k.table_schema = CURRENT_SCHEMA AND k.table_name IN ('BUSY_TIME', 'busy_time') AND k.column_name IN ('HOST_ID', 'host_id'));
EXECUTE IMMEDIATE (
  SELECT 'ALTER TABLE busy_time DROP CONSTRAINT "' || k.constraint_name || '"'
  FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
    ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
  WHERE k.table_schema = CURRENT_SCHEMA AND k.table_name IN ('BUSY_TIME', 'busy_time') AND k.column_name IN ('CALENDAR_ID', 'calendar_id'));
DROP INDEX busy_time_calendar;
DROP INDEX busy_time_item;

-- problem: why times of the item may be missing, or null; unknown_zone: a zone of it that nobody knows, or null
ALTER TABLE calendar_item ADD COLUMN problem varchar(20);
ALTER TABLE calendar_item ADD COLUMN unknown_zone varchar(200);
