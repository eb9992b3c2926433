/// Backups of all data in one file that both databases write and read, and restoring them.
/// `docs/backup.md` describes the format.
@NullMarked
package org.meetwright.core.backup;

import org.jspecify.annotations.NullMarked;
