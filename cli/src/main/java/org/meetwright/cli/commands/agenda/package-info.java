/// `meetwright agenda`: the next days of a host.
@NullMarked
package org.meetwright.cli.commands.agenda;

import org.jspecify.annotations.NullMarked;
