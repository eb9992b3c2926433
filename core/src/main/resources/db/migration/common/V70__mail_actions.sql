-- What the links in a host's mail about bookings ask for before they let him act: open, signIn.
ALTER TABLE host ADD COLUMN mail_actions VARCHAR(16) DEFAULT 'open' NOT NULL;
