-- Busy times of calendars come by the hundred thousand. Of their foreign keys only that of the item is kept, which
-- calendars and hosts pass on what they delete to; what hosts put in by hand is deleted with them by the program. The one
-- of the host also held the host's row while they were written, so that nobody could book.
ALTER TABLE busy_time DROP CONSTRAINT busy_time_host_id_fkey;
ALTER TABLE busy_time DROP CONSTRAINT busy_time_calendar_id_fkey;
DROP INDEX busy_time_calendar;

-- problem: why times of the item may be missing, or null; unknown_zone: a zone of it that nobody knows, or null
ALTER TABLE calendar_item ADD COLUMN problem varchar(20);
ALTER TABLE calendar_item ADD COLUMN unknown_zone varchar(200);
