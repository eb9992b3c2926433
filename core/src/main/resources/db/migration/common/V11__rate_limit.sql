-- Buckets that all nodes share. name: a hash of whose bucket it is and for what. full_at: when all that was taken
-- will have been given back, in microseconds since 1970.
CREATE TABLE rate_limit (
  name varchar(64) PRIMARY KEY,
  full_at bigint NOT NULL
);
CREATE INDEX rate_limit_full ON rate_limit (full_at);
