-- events: words with commas between them. secret: needed as it is, to sign with. previous_secret: signs as well until
-- previous_until. failing_since: the first of the failures that no success has followed.
CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  url varchar(2000) NOT NULL,
  events varchar(500) NOT NULL,
  active boolean NOT NULL,
  secret varchar(100) NOT NULL,
  previous_secret varchar(100),
  previous_until timestamp with time zone,
  failing_since timestamp with time zone,
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX webhook_host ON webhook (host_id);

-- What webhooks are told. snapshot: the booking as it was then, until the body is made of it. sequence: of a reminder,
-- the calendar sequence of the booking that it belongs to.
CREATE TABLE webhook_event (
  id uuid PRIMARY KEY,
  type varchar(30) NOT NULL,
  booking_id uuid,
  occurred_at timestamp with time zone NOT NULL,
  sequence integer,
  snapshot text,
  body text
);
CREATE INDEX webhook_event_booking ON webhook_event (booking_id);

-- message_key: the dedupe key of its message in the outbox, which tells whether it is parked.
CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  event_id uuid NOT NULL REFERENCES webhook_event (id) ON DELETE CASCADE,
  state varchar(10) NOT NULL,
  message_key varchar(200) NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  UNIQUE (event_id, webhook_id)
);
CREATE INDEX webhook_delivery_webhook ON webhook_delivery (webhook_id, updated_at);

-- answer: its first KiB.
CREATE TABLE webhook_attempt (
  id uuid PRIMARY KEY,
  delivery_id uuid NOT NULL REFERENCES webhook_delivery (id) ON DELETE CASCADE,
  attempted_at timestamp with time zone NOT NULL,
  status integer,
  error varchar(500),
  took_millis bigint NOT NULL,
  answer varchar(1024) NOT NULL
);
CREATE INDEX webhook_attempt_delivery ON webhook_attempt (delivery_id);
