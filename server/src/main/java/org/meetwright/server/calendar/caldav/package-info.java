/// CalDAV servers (RFC 4791): how an account's calendars are found, what has changed in one, and
/// how a meeting is written into one.
@NullMarked
package org.meetwright.server.calendar.caldav;

import org.jspecify.annotations.NullMarked;
