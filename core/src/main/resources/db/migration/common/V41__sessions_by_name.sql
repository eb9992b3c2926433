-- What a session began with is kept as a name such as "Chrome on Linux" from now on, no more as the browser's whole
-- header, which tells more than anyone needs.
UPDATE session SET begun_with = '' WHERE begun_with LIKE '%/%';
