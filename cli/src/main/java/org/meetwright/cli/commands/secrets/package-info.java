/// The commands `meetwright secrets`.
@NullMarked
package org.meetwright.cli.commands.secrets;

import org.jspecify.annotations.NullMarked;
