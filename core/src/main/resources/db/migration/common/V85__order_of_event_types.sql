-- Where an event type stands among those of its host; those with one number stand in the order in which they were made.
ALTER TABLE event_type ADD COLUMN position int DEFAULT 0 NOT NULL;
