/// Busy times of calendars that tell nothing else of their events.
@NullMarked
package org.meetwright.core.calendar.item.freebusy;

import org.jspecify.annotations.NullMarked;
