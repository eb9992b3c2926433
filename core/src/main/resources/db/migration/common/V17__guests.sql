-- Whether bookings may have guests, and how many that a stranger names are told at once; with more, they are told once the
-- invitee has confirmed his address or a host has approved.
ALTER TABLE event_type ADD COLUMN guests_allowed boolean DEFAULT TRUE NOT NULL;
ALTER TABLE event_type ADD COLUMN guests_at_once integer DEFAULT 3 NOT NULL;

-- Whether the guests still wait for that.
ALTER TABLE booking ADD COLUMN guests_wait boolean DEFAULT FALSE NOT NULL;
