-- Whether a booking counts only once its invitee has shown that the e-mail address is his.
ALTER TABLE event_type ADD COLUMN confirm_email boolean DEFAULT FALSE NOT NULL;

-- Wishes to book that wait for that. wish: the request as JSON. It goes, with all that tells of the invitee, when it is
-- booked or expires; the rest stays a while, so that the link in the mail still leads somewhere.
CREATE TABLE confirmation (
  id uuid PRIMARY KEY,
  event_type_id uuid NOT NULL REFERENCES event_type (id) ON DELETE CASCADE,
  email_key varchar(320),
  wish text,
  wish_hash varchar(64) UNIQUE,
  idempotency_key varchar(200) UNIQUE,
  booking_id uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE INDEX confirmation_event_type ON confirmation (event_type_id);
CREATE INDEX confirmation_email ON confirmation (email_key);
CREATE INDEX confirmation_expiry ON confirmation (expires_at);
