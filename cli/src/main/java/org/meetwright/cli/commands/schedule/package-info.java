/// `meetwright schedule`: when a host can be booked.
@NullMarked
package org.meetwright.cli.commands.schedule;

import org.jspecify.annotations.NullMarked;
