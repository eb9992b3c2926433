/// Calendar objects of bookings (iCalendar, RFC 5545; iTIP, RFC 5546).
@NullMarked
package org.meetwright.server.calendar;

import org.jspecify.annotations.NullMarked;
