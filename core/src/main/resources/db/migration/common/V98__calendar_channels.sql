-- Channels on which a calendar service says that something has changed in a calendar. A new one is another row: for a
-- while, two of a calendar are good.
--
-- resource: what the service calls what is watched; empty until it has answered
-- secret: SHA-256 of what the service shows with each call
-- told_at: when it last said that something has changed
CREATE TABLE calendar_channel (
  id uuid PRIMARY KEY,
  calendar_id uuid NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
  resource varchar(1000) NOT NULL,
  secret varchar(64) NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  told_at timestamp with time zone
);
CREATE INDEX calendar_channel_calendar ON calendar_channel (calendar_id);
