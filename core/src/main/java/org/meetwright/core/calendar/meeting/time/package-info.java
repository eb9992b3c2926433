/// When the events of calendars are, as far as it matters to compare them with what was written.
@NullMarked
package org.meetwright.core.calendar.meeting.time;

import org.jspecify.annotations.NullMarked;
