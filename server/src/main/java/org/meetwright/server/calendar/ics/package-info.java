/// Calendars that are a file in iCalendar format at an address.
@NullMarked
package org.meetwright.server.calendar.ics;

import org.jspecify.annotations.NullMarked;
