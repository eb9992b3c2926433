/// The command line `meetwright`: puts the commands together, and reports errors.
@NullMarked
package org.meetwright.cli;

import org.jspecify.annotations.NullMarked;
