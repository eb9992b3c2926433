/// `meetwright booking`: one booking, or a list of them.
@NullMarked
package org.meetwright.cli.commands.booking;

import org.jspecify.annotations.NullMarked;
