-- Sessions and API tokens that can be told apart and ended one by one, and what slows signing in down.

ALTER TABLE session ADD COLUMN last_used_at timestamp with time zone;
ALTER TABLE session ADD COLUMN begun_with varchar(120) DEFAULT '' NOT NULL;
CREATE INDEX session_host ON session (host_id);

-- scopes: words with spaces between them.
ALTER TABLE api_token ADD COLUMN scopes varchar(40) DEFAULT 'read write' NOT NULL;
ALTER TABLE api_token ADD COLUMN expires_at timestamp with time zone;
ALTER TABLE api_token ADD COLUMN last_used_at timestamp with time zone;
CREATE INDEX api_token_host ON api_token (host_id);

-- Tries to sign in. account and address are hashes; one of them is empty in the row that counts the
-- tries on an account from anywhere, or from an address on any account.
CREATE TABLE sign_in_tries (
  account varchar(64) NOT NULL,
  address varchar(64) NOT NULL,
  failures integer NOT NULL,
  refused_until timestamp with time zone NOT NULL,
  tried_at timestamp with time zone NOT NULL,
  succeeded_at timestamp with time zone,
  PRIMARY KEY (account, address)
);
CREATE INDEX sign_in_tries_tried ON sign_in_tries (tried_at);

-- confirmed_at: null until the host has shown that his app makes the right codes.
-- last_step: the time step of the last code that was accepted, so that none is accepted twice.
CREATE TABLE second_factor (
  host_id uuid PRIMARY KEY REFERENCES host (id) ON DELETE CASCADE,
  secret varchar(64) NOT NULL,
  confirmed_at timestamp with time zone,
  last_step bigint NOT NULL
);

CREATE TABLE recovery_code (
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  code_hash varchar(64) NOT NULL,
  PRIMARY KEY (host_id, code_hash)
);

-- Who a host is at an OpenID Connect provider.
CREATE TABLE linked_identity (
  issuer varchar(255) NOT NULL,
  subject varchar(255) NOT NULL,
  host_id uuid NOT NULL REFERENCES host (id) ON DELETE CASCADE,
  created_at timestamp with time zone NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX linked_identity_host ON linked_identity (host_id);
