/// What the events say that are written into hosts' calendars.
@NullMarked
package org.meetwright.server.calendar.event;

import org.jspecify.annotations.NullMarked;
