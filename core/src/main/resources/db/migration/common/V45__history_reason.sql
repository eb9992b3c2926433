-- Why something was done, apart from what was done: erasure forgets the one and keeps the other.
ALTER TABLE booking_history ADD COLUMN reason varchar(1000) DEFAULT '' NOT NULL;

UPDATE booking_history SET reason = detail, detail = ''
WHERE action IN ('cancelled', 'declined', 'no_show');

UPDATE booking_history
SET reason = SUBSTRING(detail FROM POSITION(': ' IN detail) + 2),
  detail = SUBSTRING(detail FROM 1 FOR POSITION(': ' IN detail) - 1)
WHERE action = 'rescheduled' AND POSITION(': ' IN detail) > 0;
