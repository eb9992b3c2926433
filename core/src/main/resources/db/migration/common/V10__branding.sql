-- How the pages of a host look. logo: a picture in base64; logo_hash: the SHA-256 of its bytes, by which it is asked for.
CREATE TABLE branding (
  host_id uuid PRIMARY KEY REFERENCES host (id),
  color varchar(7),
  logo_type varchar(20),
  logo_hash varchar(64),
  logo text
);
CREATE INDEX branding_logo ON branding (logo_hash);
