-- Another e-mail address that a host has asked for, until he opens the link that was mailed there.
CREATE TABLE email_change (
  host_id uuid PRIMARY KEY REFERENCES host (id) ON DELETE CASCADE,
  email varchar(254) NOT NULL,
  email_key varchar(300) NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);

-- Links that let someone who reads a host's mail do one thing, once. purpose: email or password. email_key: of the
-- address that it was mailed to.
CREATE TABLE mailed_link (
  token_hash varchar(64) PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  purpose varchar(10) NOT NULL,
  email_key varchar(300) NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE INDEX mailed_link_host ON mailed_link (host_id);
CREATE INDEX mailed_link_expiry ON mailed_link (expires_at);

-- Mails about accounts that wait to be sent; the outbox knows only their ids. host_id: null where only an address is
-- known. about: another address that the mail tells of, or empty.
CREATE TABLE account_mail (
  id uuid PRIMARY KEY,
  host_id uuid REFERENCES host (id) ON DELETE CASCADE,
  event varchar(20) NOT NULL,
  recipient varchar(254) NOT NULL,
  recipient_key varchar(300) NOT NULL,
  about varchar(254) NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX account_mail_host ON account_mail (host_id);
CREATE INDEX account_mail_recipient ON account_mail (recipient_key);
CREATE INDEX account_mail_created ON account_mail (created_at);
