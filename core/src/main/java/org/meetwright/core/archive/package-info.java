/// Meetings that are over: each moves to the archive as one document, and is deleted after the
/// retention period.
@NullMarked
package org.meetwright.core.archive;

import org.jspecify.annotations.NullMarked;
