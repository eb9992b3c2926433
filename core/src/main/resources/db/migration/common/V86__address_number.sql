-- How often a host's e-mail address was replaced by another one: links in mails to an earlier one let nobody in.
ALTER TABLE host ADD COLUMN address_number INTEGER DEFAULT 0 NOT NULL;
