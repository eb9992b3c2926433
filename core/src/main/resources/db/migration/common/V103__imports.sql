-- What came from other scheduling services, so that the next import leaves it alone.
-- external_id: what the service calls it, or a hash where only personal data would tell it apart
-- local_id is no foreign key: what was deleted here since does not come back
CREATE TABLE imported (
  source varchar(20) NOT NULL,
  kind varchar(20) NOT NULL,
  external_id varchar(300) NOT NULL,
  local_id uuid NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  PRIMARY KEY (source, kind, external_id)
);
CREATE INDEX imported_local ON imported (local_id);

-- Old addresses that lead to booking pages.
-- path: in lower case, without the slash at its beginning
-- page_id: the host or team to whose page it leads, or under whose handle the event type stands
CREATE TABLE page_alias (
  path varchar(200) PRIMARY KEY,
  page_id uuid NOT NULL,
  event_type_id uuid REFERENCES event_type (id) ON DELETE CASCADE,
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX page_alias_event_type ON page_alias (event_type_id);
CREATE INDEX page_alias_page ON page_alias (page_id);
