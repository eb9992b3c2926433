/// The lines of text in iCalendar format.
@NullMarked
package org.meetwright.core.calendar.item.line;

import org.jspecify.annotations.NullMarked;
