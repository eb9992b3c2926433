-- What happened that a host may want to know of, numbered for each host without gaps: the host's row is locked while a
-- number is given, so that numbers become visible in their order. subject_id: the booking, schedule, ... that it is
-- about. notice: whether it is a notification, which the host did not cause. No personal data.
ALTER TABLE host ADD COLUMN news bigint DEFAULT 0 NOT NULL;
-- The last number that the host has read.
ALTER TABLE host ADD COLUMN news_read bigint DEFAULT 0 NOT NULL;
CREATE TABLE news (
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  number bigint NOT NULL,
  kind varchar(40) NOT NULL,
  subject_id uuid,
  happened_at timestamp with time zone NOT NULL,
  notice boolean NOT NULL,
  PRIMARY KEY (host_id, number)
);
