-- The last defence: no host is in two meetings at once, buffers included, whatever the program does.
CREATE TRIGGER meeting_host_overlap_insert BEFORE INSERT ON meeting_host FOR EACH ROW
  CALL 'org.meetwright.core.database.OverlapTrigger';
CREATE TRIGGER meeting_host_overlap_update BEFORE UPDATE ON meeting_host FOR EACH ROW
  CALL 'org.meetwright.core.database.OverlapTrigger';
