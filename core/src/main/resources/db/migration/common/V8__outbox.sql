-- The receiver, where kinds have many: one that is slow must not hold up the others. Empty for kinds with one.
ALTER TABLE outbox ADD COLUMN lane varchar(40) DEFAULT '' NOT NULL;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (kind, state, due_at);

-- Kinds that are not delivered until they are resumed.
CREATE TABLE outbox_pause (
  kind varchar(20) PRIMARY KEY,
  paused_at timestamp with time zone NOT NULL
);
