-- Each kind of message carries one record. Mails sent again were among those of the kind mail, and what forgets a wish
-- that has expired among those that ask for its confirmation. Mails about accounts carried a bare id.
UPDATE outbox SET kind = 'mail-resend' WHERE kind = 'mail' AND dedupe_key LIKE 'resend-%';
UPDATE outbox SET kind = 'confirmation-end' WHERE kind = 'confirmation' AND dedupe_key LIKE '%-end';
UPDATE outbox SET payload = '{"mailId":"' || payload || '"}' WHERE kind = 'account-mail';
