/// Backups that a server makes by itself.
@NullMarked
package org.meetwright.core.backup.schedule;

import org.jspecify.annotations.NullMarked;
