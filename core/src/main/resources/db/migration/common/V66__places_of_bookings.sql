-- The longest kinds, generated_link and conference, did not fit.
ALTER TABLE meeting ALTER COLUMN location_kind SET DATA TYPE varchar(20);

-- The telephone number or the address that the invitee gave, at which he is met; may be empty.
ALTER TABLE booking ADD COLUMN invitee_place varchar(500) DEFAULT '' NOT NULL;
