/// Hosts' meetings in their own calendars: written there, and compared with what the hosts do to
/// them there.
@NullMarked
package org.meetwright.core.calendar.meeting;

import org.jspecify.annotations.NullMarked;
