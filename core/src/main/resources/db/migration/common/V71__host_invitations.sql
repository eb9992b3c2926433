-- People who are invited to become hosts. The mailed link is the id, signed. handle, name, time_zone: what the admin
-- suggests, if anything.
CREATE TABLE host_invitation (
  id uuid PRIMARY KEY,
  email varchar(254) NOT NULL,
  email_key varchar(300) NOT NULL UNIQUE,
  handle varchar(40),
  name varchar(100) NOT NULL,
  time_zone varchar(64),
  locale varchar(35) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE INDEX host_invitation_expiry ON host_invitation (expires_at);
