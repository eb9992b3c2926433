-- Public holidays and travel of a schedule. holidays_except: ids of holidays and dates, with a space between two.
-- travel: ranges of dates with their zone, like '2026-03-01/2026-03-09 Asia/Tokyo', with a semicolon between two.
ALTER TABLE schedule ADD COLUMN holiday_country varchar(2);
ALTER TABLE schedule ADD COLUMN holiday_region varchar(40);
ALTER TABLE schedule ADD COLUMN holidays_except varchar(8200) DEFAULT '' NOT NULL;
ALTER TABLE schedule ADD COLUMN travel varchar(6000) DEFAULT '' NOT NULL;
