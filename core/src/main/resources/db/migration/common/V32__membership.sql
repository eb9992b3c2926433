-- state: invited until the host has accepted, then member. Who is in a team already stays in it.
ALTER TABLE team_member ADD COLUMN state varchar(10) DEFAULT 'member' NOT NULL;
