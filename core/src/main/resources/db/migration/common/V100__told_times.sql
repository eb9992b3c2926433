-- How far local time was ahead of UTC, in seconds, when people were told of a meeting's start: by the time-zone data of
-- that time. When it is another by newer data, their clocks show another time than they were told. Null where it was not
-- recorded. The invitee's zone is that of the booking; a host may choose another later, so it is recorded as well.
ALTER TABLE booking ADD COLUMN told_offset integer;
ALTER TABLE meeting_host ADD COLUMN told_zone varchar(64);
ALTER TABLE meeting_host ADD COLUMN told_offset integer;
