-- invited_by: the admin who invited over the API, null for whoever runs the command line; the invitation ends when he is
-- an admin no longer, or switched off
-- made_by: the API token that the admin used, with which the invitation ends; null if he used none
ALTER TABLE host_invitation ADD COLUMN invited_by uuid REFERENCES host (id) ON DELETE CASCADE;
ALTER TABLE host_invitation ADD COLUMN made_by uuid REFERENCES api_token (id) ON DELETE CASCADE;
CREATE INDEX host_invitation_invited_by ON host_invitation (invited_by);
CREATE INDEX host_invitation_made_by ON host_invitation (made_by);
