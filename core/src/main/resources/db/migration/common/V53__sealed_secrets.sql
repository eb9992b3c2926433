-- Which keys secrets are sealed with: how a program sees that it has another key file than the others.
CREATE TABLE secret_key (
  id varchar(8) PRIMARY KEY,
  created_at timestamp(6) with time zone NOT NULL
);

ALTER TABLE second_factor ALTER COLUMN secret SET DATA TYPE varchar(300);
ALTER TABLE webhook ALTER COLUMN secret SET DATA TYPE varchar(300);
ALTER TABLE webhook ALTER COLUMN previous_secret SET DATA TYPE varchar(300);
