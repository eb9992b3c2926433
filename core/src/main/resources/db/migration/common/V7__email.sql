-- Every mail as it was written. No foreign keys: mails go when their booking is erased or archived. state: pending,
-- sent, failed (refused for good). content: the MIME message, gzip, base64.
CREATE TABLE email (
  id uuid PRIMARY KEY,
  dedupe_key varchar(200) NOT NULL UNIQUE,
  booking_id uuid,
  event varchar(20) NOT NULL,
  audience varchar(10) NOT NULL,
  recipient varchar(320) NOT NULL,
  recipient_key varchar(320) NOT NULL,
  subject varchar(500) NOT NULL,
  message_id varchar(500) NOT NULL,
  content text NOT NULL,
  state varchar(10) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  attempts integer NOT NULL,
  last_error varchar(1000)
);
CREATE INDEX email_booking ON email (booking_id);
CREATE INDEX email_recipient ON email (recipient_key);
