-- Solved challenges that were used, so that each counts once. wish: a hash of the request that it was used for; null if that
-- came without an idempotency key. A number is the key, since H2 lets those who insert the same text at once wait for each other.
CREATE TABLE used_challenge (
  id bigint PRIMARY KEY,
  wish varchar(64),
  forget_at timestamp with time zone NOT NULL
);
CREATE INDEX used_challenge_forget ON used_challenge (forget_at);
