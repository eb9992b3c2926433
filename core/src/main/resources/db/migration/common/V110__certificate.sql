-- The certificate that the servers of a database have from a certificate authority (RFC 8555), for each name.
-- account_key, private_key: sealed; chain: in PEM, the certificate first
-- renew_at, ends_at: null while there is none
-- token, answer: what the authority is told when it asks whether the name is ours
-- held_until: until when one of the servers orders, alone
-- next_at: when to try again after failures
CREATE TABLE certificate (
  id uuid PRIMARY KEY,
  name varchar(253) NOT NULL UNIQUE,
  account_key varchar(4000) NOT NULL,
  private_key varchar(12000),
  chain text,
  renew_at timestamp with time zone,
  ends_at timestamp with time zone,
  token varchar(500),
  answer varchar(1000),
  held_until timestamp with time zone NOT NULL,
  failures integer DEFAULT 0 NOT NULL,
  next_at timestamp with time zone NOT NULL,
  error varchar(1000)
);
