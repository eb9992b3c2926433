-- Why the last round failed, as a word that pages say in the host's language; null where it has not, and in rows from
-- before this, until their next round.
ALTER TABLE calendar_connection ADD COLUMN error_code varchar(30);
ALTER TABLE calendar ADD COLUMN error_code varchar(30);
