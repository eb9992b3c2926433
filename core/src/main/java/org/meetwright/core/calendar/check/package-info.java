/// Asks hosts' calendars about a time before it is booked.
@NullMarked
package org.meetwright.core.calendar.check;

import org.jspecify.annotations.NullMarked;
