-- What every transaction waits for. See FileSync.
CREATE ALIAS sync_to_disk FOR "org.meetwright.core.database.FileSync.sync";
