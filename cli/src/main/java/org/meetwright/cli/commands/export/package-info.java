/// The commands that write bookings as CSV, iCalendar or JSON.
@NullMarked
package org.meetwright.cli.commands.export;

import org.jspecify.annotations.NullMarked;
