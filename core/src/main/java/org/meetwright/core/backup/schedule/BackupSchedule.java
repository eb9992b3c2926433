package org.meetwright.core.backup.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Backups that the server writes into a directory.
///
/// @param directory on the server, absolute
/// @param repeated how often
/// @param kept how many of the newest are kept
/// @param passphraseFile a file on the server whose first line is the pass phrase; null not to
///   encrypt them
/// @param lastAt when the last was made; null if none was yet
/// @param lastError why none could be made since; null if nothing is wrong
public record BackupSchedule(
    UUID id,
    String directory,
    Repetition repeated,
    int kept,
    @Nullable String passphraseFile,
    Instant createdAt,
    @Nullable Instant lastAt,
    @Nullable String lastError) {}
