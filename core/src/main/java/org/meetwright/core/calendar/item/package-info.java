/// What is in a calendar: [IcsReader] reads text in iCalendar format (RFC 5545) as anyone may write
/// it, [Recurrences] tells the times at which its owner is busy.
@NullMarked
package org.meetwright.core.calendar.item;

import org.jspecify.annotations.NullMarked;
