/// The command line: `meetwright`. Each command is a class in `commands`; here they are put
/// together.
@NullMarked
package org.meetwright.cli;

import org.jspecify.annotations.NullMarked;
