/// The commands for hosts' calendars.
@NullMarked
package org.meetwright.cli.commands.calendar;

import org.jspecify.annotations.NullMarked;
