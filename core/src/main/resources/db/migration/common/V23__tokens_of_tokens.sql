-- Which token made a token: they end together. Null if the host made it himself, in a session or at the command line.
ALTER TABLE api_token ADD COLUMN made_by uuid REFERENCES api_token (id) ON DELETE CASCADE;
CREATE INDEX api_token_made_by ON api_token (made_by);

-- How a browser calls itself, in full: what tells the names of many apart comes last.
ALTER TABLE session ALTER COLUMN begun_with SET DATA TYPE varchar(400);
