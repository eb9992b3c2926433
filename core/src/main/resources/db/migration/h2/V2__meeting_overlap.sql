-- The last defence: of two active meetings of a host that begin at the same instant the second is refused.
ALTER TABLE meeting_host ADD COLUMN active_from timestamp with time zone
  GENERATED ALWAYS AS (CASE WHEN active THEN padded_from END);
ALTER TABLE meeting_host ADD CONSTRAINT meeting_host_overlap UNIQUE (host_id, active_from);
