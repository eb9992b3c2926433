-- Where the server writes backups, and how many of them it keeps.
CREATE TABLE backup_schedule (
  id uuid PRIMARY KEY,
  directory varchar(1000) NOT NULL UNIQUE,
  repeated varchar(10) NOT NULL,
  kept integer NOT NULL CHECK (kept >= 1),
  -- A file on the server whose first line is the pass phrase; null for backups that are not encrypted.
  passphrase_file varchar(1000),
  created_at timestamp with time zone NOT NULL,
  last_at timestamp with time zone,
  last_error varchar(1000)
);
