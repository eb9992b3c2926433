/// `meetwright event-type`: what can be booked.
@NullMarked
package org.meetwright.cli.commands.eventtype;

import org.jspecify.annotations.NullMarked;
