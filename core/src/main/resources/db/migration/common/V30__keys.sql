-- What is searched, as the program folds it (see Folded): no database folds letters alike everywhere. Filled for the rows
-- that are there by the migration after this one.
ALTER TABLE booking ADD COLUMN search_key varchar(20000) DEFAULT '' NOT NULL;
ALTER TABLE meeting ADD COLUMN search_key varchar(4000) DEFAULT '' NOT NULL;

-- The keys of e-mail addresses, each between commas: those of a booking's guests, and of all who are in an archived
-- meeting.
ALTER TABLE booking ADD COLUMN guest_keys varchar(8000) DEFAULT '' NOT NULL;
ALTER TABLE confirmation ADD COLUMN guest_keys varchar(8000);
ALTER TABLE booking_archive ADD COLUMN email_keys text DEFAULT '' NOT NULL;
