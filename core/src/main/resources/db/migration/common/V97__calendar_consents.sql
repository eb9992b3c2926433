-- Accounts that are connected by a consent (OAuth 2): Google's and Microsoft's.
--
-- account: SHA-256 of what the service calls the account for ever
-- refresh_token, access_token: sealed; null once they are lost or refused
-- renewals: rises whenever tokens are stored, so that of two programs one renews them
-- lease, leased_until: who asks for other tokens now, and until when nobody else does
CREATE TABLE calendar_token (
  connection_id uuid PRIMARY KEY REFERENCES calendar_connection (id) ON DELETE CASCADE,
  account varchar(64) NOT NULL,
  refresh_token varchar(20000),
  access_token varchar(20000),
  expires_at timestamp with time zone NOT NULL,
  renewals bigint DEFAULT 0 NOT NULL,
  lease uuid,
  leased_until timestamp with time zone
);
CREATE INDEX calendar_token_account ON calendar_token (account);

-- Hosts on their way to a service's consent page.
--
-- state: SHA-256 of what the service brings back
-- bound_to: SHA-256 of whose way it is: a session of the pages, or a host who uses the API
-- verifier: sealed (RFC 7636)
-- connection_id: the account to sign in to again; null for a new one
CREATE TABLE calendar_consent (
  id uuid PRIMARY KEY,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  kind varchar(10) NOT NULL,
  state varchar(64) NOT NULL UNIQUE,
  bound_to varchar(64) NOT NULL,
  verifier varchar(1000) NOT NULL,
  redirect_uri varchar(2000) NOT NULL,
  connection_id uuid REFERENCES calendar_connection (id) ON DELETE CASCADE,
  expires_at timestamp with time zone NOT NULL
);
CREATE INDEX calendar_consent_host ON calendar_consent (host_id);
CREATE INDEX calendar_consent_expiry ON calendar_consent (expires_at);
